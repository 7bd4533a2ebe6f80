import { formatDate } from '../domain/report/view/format-date.ts'
import type { ReportPage } from './page-services.ts'
import { practiceName } from './practice-name.ts'

export interface AgainView {
  /** Where the forms go. */
  action: string
  /** How much the candidate has not met, in words. */
  unseen: string
  drills: { questionId: string; pointId: string; label: string; missed: string }[]
  questions: { id: string; title: string }[]
  /** What was practised since. */
  later: { href: string; name: string; when: string }[]
  /** Why the last press was refused; null when it was not. */
  refusal: string | null
}

const refusals: Record<string, string> = {
  'nothing-unseen':
    'You have met all the material that could practise this. Answer the question itself again, or start with another posting.',
  'storage-full': 'The disk of this server is full. Free some space, then press it again.',
  'storage-failed': 'The store did not answer. Press it again in a moment; nothing is lost.',
}
const OTHERWISE = 'That could not be opened. Choose again from the list below.'

/** What can be done after a report, worded. `problem` is the code of the fault of the last press. */
export function againView({ report, drills, unseen, later }: ReportPage, problem: string | null): AgainView {
  return {
    action: `/report/${report.id}/again`,
    unseen: unseenWords(unseen),
    drills: drills.map(({ questionId, pointId, about, missed }) => ({
      questionId,
      pointId,
      label: upperFirst(about),
      missed: missed.replace(/\.$/, ''),
    })),
    questions: report.questions
      .filter(({ kind }) => kind !== 'wrap-up')
      .map(({ id, title }) => ({ id, title })),
    later: later.flatMap(({ id, practice, createdAt, phase }) => {
      if (!practice) return []
      const done = phase === 'finished'
      return [
        {
          href: `/${done ? 'report' : 'session'}/${id}`,
          name: practiceName(practice),
          when: `${formatDate(createdAt)}${done ? '' : ', not finished'}`,
        },
      ]
    }),
    refusal: problem === null ? null : (refusals[problem] ?? OTHERWISE),
  }
}

function unseenWords({ code, scenarios }: ReportPage['unseen']): string {
  const pieces = `${code} ${code === 1 ? 'piece' : 'pieces'} of code`
  const designs = `${scenarios} design ${scenarios === 1 ? 'question' : 'questions'}`
  if (code + scenarios === 0) return 'You have met every question there is; some of them come again.'
  if (code === 0) return `First ${designs} you have not met; the code comes again.`
  if (scenarios === 0) return `First ${pieces} you have not met; the design questions come again.`
  return `First ${pieces} and ${designs} you have not met.`
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
