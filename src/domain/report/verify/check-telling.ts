import {
  communicationEvidence,
  countWords,
  traitTexts,
  VAGUE_TEXT,
  WORDS_TOLD,
} from '../../grading/communication-evidence.ts'
import { shareOfTelling } from '../../grading/share-of-telling.ts'
import type { QuestionResult, Report } from '../report.ts'
import { toCheck, type Check } from './check.ts'

/** What the words of a turn alone decide; the other traits also ask which points were heard in it. */
const inWords = ['orders', 'specific', 'reasons', 'scopes'] as const

/** How answers were told: the share, and what the words alone show, computed again from the turns. */
export function checkTelling({ questions, transcript }: Report): Check {
  const texts = new Map(transcript.map(({ turnId, text }) => [turnId, text]))
  const findings = questions.flatMap((question) => checkQuestion(question, texts))
  return toCheck('telling', 'How answers were told follows from their words.', findings)
}

function checkQuestion(
  { title, telling, answeredIn = [] }: QuestionResult,
  texts: ReadonlyMap<string, string>,
): string[] {
  if (!telling) return []
  const { share, evidence, turns, asked } = telling
  const made = shareOfTelling(turns, asked.length)
  const foreign = [...turns.map(({ turnId }) => turnId), ...asked].filter((id) => !answeredIn.includes(id))
  return [
    ...(Math.abs(share - made) < 1e-9
      ? []
      : [`${title}: the share for telling is not what its turns come to.`]),
    ...foreign.map((id) => `${title}: the turn ${id} did not answer it.`),
    ...evidence.flatMap(({ turnId, point, polarity }) => {
      const fits = toldTexts(telling, turnId).has(`${polarity} ${point}`)
      return fits ? [] : [`${title}: the turn ${turnId} is not said to show “${point}”.`]
    }),
    ...turns.flatMap(({ turnId, shows }) => {
      const text = texts.get(turnId) ?? ''
      const told = new Set(communicationEvidence(text, []).map(({ trait }) => trait))
      const wrong = inWords.filter((trait) => shows.includes(trait) !== told.has(trait))
      const short = countWords(text) < WORDS_TOLD
      return [
        ...wrong.map((trait) => `${title}: the turn ${turnId} is misjudged on whether it ${PHRASES[trait]}.`),
        ...(short ? [`${title}: the turn ${turnId} is too short to be judged.`] : []),
      ]
    }),
  ]
}

/** What a turn may be quoted for, behind the side that it counts on. */
function toldTexts({ turns, asked }: NonNullable<QuestionResult['telling']>, turnId: string): Set<string> {
  const shows = turns.filter((turn) => turn.turnId === turnId).flatMap((turn) => turn.shows)
  const texts = shows.map((trait) =>
    trait === 'vague' ? `against ${VAGUE_TEXT}` : `for ${traitTexts[trait]}`,
  )
  return new Set([...texts, ...(asked.includes(turnId) ? [`for ${traitTexts.scopes}`] : [])])
}

const PHRASES = {
  orders: 'announces an order',
  specific: 'names details',
  reasons: 'gives a reason',
  scopes: 'says what it assumes',
}
