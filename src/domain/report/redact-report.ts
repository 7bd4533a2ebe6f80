import type { Report } from './report.ts'

/** What a reader is shown beside scores, evidence and transcript. */
export interface ShownParts {
  posting: boolean
  audio: boolean
  notes: boolean
}

/**
 * The report without the parts that are not to be shown: they are absent, not emptied where that can be told apart. Words of
 * the posting that the interviewer said are in the transcript and stay.
 *
 * @param toHref what stands for the address of a recording, which only the owner can open
 */
export function redactReport(report: Report, shown: ShownParts, toHref: (href: string) => string): Report {
  const { recording, ...rest } = report
  const parts = recording && { ...recording, href: toHref(recording.href) }
  const later = recording?.later?.map((part) => ({ ...part, href: toHref(part.href) }))
  return {
    ...rest,
    jd: shown.posting ? rest.jd : [],
    moments: shown.notes
      ? rest.moments
      : rest.moments.filter(({ kind }) => kind === 'strong' || kind === 'weak'),
    ...(parts && shown.audio ? { recording: { ...parts, ...(later ? { later } : {}) } } : {}),
  }
}
