import { judgeCorrection } from '../../appeal/judge-correction.ts'
import type { Report, TranscriptEntry } from '../report.ts'
import { toCheck, type Check } from './check.ts'

/** Turns are told apart and in order, and what was corrected is marked as what it is. */
export function checkTurns({ transcript, corrections }: Report): Check {
  const ids = new Set(transcript.map(({ turnId }) => turnId))
  const findings = [
    ...(ids.size < transcript.length ? ['Two turns have the same name.'] : []),
    ...transcript.flatMap(({ turnId, startMs, endMs }) => {
      return startMs <= endMs ? [] : [`The turn ${turnId} ends before it begins.`]
    }),
    ...(corrections ? transcript.filter(({ speaker }) => speaker === 'candidate').flatMap(checkMarks) : []),
    ...(corrections ?? []).flatMap(({ turnId }) => {
      return ids.has(turnId) ? [] : [`A correction names the turn ${turnId}, which is not in the transcript.`]
    }),
    ...lastCorrections(transcript, corrections ?? []),
  ]
  return toCheck(
    'turns',
    'Turns are told apart, and what was corrected or edited is marked as such.',
    findings,
  )
}

function checkMarks({ turnId, text, heard, edited, spoken }: TranscriptEntry): string[] {
  const judge = (said: string) => judgeCorrection({ text: heard ?? text, spoken: spoken === true }, said)
  if (heard === undefined && edited === undefined) return []
  if (heard === undefined) return [`The turn ${turnId} was edited, and what was taken down is missing.`]
  if (!judge(text).plausible)
    return [`The turn ${turnId} was changed beyond a mishearing and is not marked as edited.`]
  if (edited !== undefined && judge(edited).plausible)
    return [`The turn ${turnId} is marked as edited without need.`]
  return []
}

/** The last correction of a turn is how it reads now. */
function lastCorrections(
  transcript: readonly TranscriptEntry[],
  corrections: NonNullable<Report['corrections']>,
): string[] {
  return transcript.flatMap(({ turnId, text, edited }) => {
    const last = corrections.findLast((each) => each.turnId === turnId)
    if (!last || (last.after === (edited ?? text) && last.edited === (edited !== undefined))) return []
    return [`The turn ${turnId} does not read as it was last corrected.`]
  })
}
