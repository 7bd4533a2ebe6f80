import { playCandidate } from '../../src/api/play-candidate.ts'
import { direct } from '../../src/domain/interview/director/direct.ts'
import { findQuestion } from '../../src/domain/interview/find-question.ts'
import type { SessionState } from '../../src/domain/interview/state.ts'
import { findTerms } from '../../src/domain/speech/find-terms.ts'
import { vocabularyOf } from '../../src/domain/speech/vocabulary-of.ts'
import type { Table } from './open-table.ts'

const AGAIN = 'Could you repeat that?'

/** An answer in which a term was misheard so that it is asked about, where there is one; then what comes of it. */
export function mishear({ dependencies }: Table, state: SessionState, said: string): string {
  const { plan, current, profile } = state
  const usual = playCandidate(dependencies.bank, 'strong', said)
  if (!plan || !current || state.phase !== 'live') return usual
  const question = findQuestion(dependencies.bank, plan, current.questionId)
  if (state.doubt) {
    if (state.turns.at(-1)?.text === AGAIN) return 'Yes.'
    return [AGAIN, 'No, I said something else.'][state.doubted.length - 1] ?? question.bestAnswer
  }
  const vocabulary = vocabularyOf(question, profile, dependencies.bank)
  const isNear = (text: string) => findTerms(text, vocabulary).some(({ sure }) => !sure)
  const isAsked = (text: string) => {
    const turn = { turnId: 'tried', text, at: state.lastAt, startMs: 0, endMs: 0, source: 'voice' as const }
    return direct(state, { ...turn, unsure: [] }, dependencies).some(({ kind }) => kind === 'term-asked')
  }
  const garbled = question.points.flatMap(({ wordings }) => wordings).flatMap(garble)
  return garbled.find((text) => isNear(text) && isAsked(text)) ?? usual
}

/** A wording with each of its longer words, one at a time, in two pieces with other letters here and there. */
function garble(wording: string): string[] {
  const words = wording.split(' ')
  return words.flatMap((word, index) => {
    if (!/^[a-z-]{6,}$/i.test(word)) return []
    const half = Math.floor(word.length / 2)
    const other = word.toLowerCase().replace(/[aeio]/g, (vowel) => 'eoai'['aeio'.indexOf(vowel)] ?? vowel)
    return ['r', 'l', 'm', 'an'].flatMap((letters) =>
      [
        `${other.slice(0, half - 1)}${letters} ${other.slice(half)}`,
        `${word.slice(0, half - 1)}${letters} ${other.slice(half)}`,
        `${other.slice(0, half)} ${letters}${word.slice(half + 1)}`,
      ].map((pieces) => [...words.slice(0, index), pieces, ...words.slice(index + 1)].join(' ')),
    )
  })
}
