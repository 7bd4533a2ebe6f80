import type { NewEvent } from '../interview/event.ts'
import type { Entry } from '../interview/state.ts'
import type { Change } from './align-words.ts'
import { judgeCorrection } from './judge-correction.ts'
import { splitSaid } from './split-said.ts'

type Corrected = Extract<NewEvent, { kind: 'transcript-corrected' }>
type Range = [number, number]

/**
 * The event that corrects a turn. A plausible mishearing is put in place of what was heard, with what is still known
 * of the words that stay: where the recogniser was unsure, and which terms it missed. Anything beyond is kept beside it.
 *
 * @param taken the turn as it was first taken down, whatever was corrected since
 */
export function correctTurn(taken: Entry, text: string): Corrected {
  const { turnId, unsure, terms = [] } = taken
  const corrected = { kind: 'transcript-corrected', turnId, text } as const
  if (text === taken.text) return { ...corrected, unsure, terms }
  const { plausible, changes } = judgeCorrection({ text: taken.text, spoken: taken.spoken === true }, text)
  if (!plausible) return { ...corrected, beyond: true }
  const pairs = keptWords(taken.text, text, changes)
  return {
    ...corrected,
    unsure: unsure.flatMap((range) =>
      pairs.filter(({ heard }) => overlaps(heard, range)).map(({ said }) => said),
    ),
    terms: terms.flatMap(({ from, to, ...term }) => {
      const inside = pairs.filter(({ heard }) => overlaps(heard, [from, to]))
      const first = inside[0]
      const last = inside.at(-1)
      const words = splitSaid(taken.text.slice(from, to)).length
      if (!first || !last || inside.length < words) return []
      return [{ ...term, from: first.said[0], to: last.said[1] }]
    }),
  }
}

/** The words that both texts have, with their places in each. */
function keptWords(heard: string, said: string, changes: readonly Change[]): { heard: Range; said: Range }[] {
  const before = splitSaid(heard)
  const after = splitSaid(said)
  const pairs: { heard: Range; said: Range }[] = []
  let at = 0
  let place = 0
  for (const change of [...changes, undefined]) {
    const end = change?.heard[0] ?? before.length
    for (; at < end; at += 1, place += 1) {
      const [one, other] = [before[at], after[place]]
      if (one && other) pairs.push({ heard: [one.from, one.to], said: [other.from, other.to] })
    }
    at = change?.heard[1] ?? at
    place = change?.said[1] ?? place
  }
  return pairs
}

function overlaps(one: Range, other: Range): boolean {
  return one[0] < other[1] && other[0] < one[1]
}
