import type { Question } from '../question.ts'
import type { SessionState } from '../state.ts'

/** Words of a recap's quotation at most. */
const QUOTED_WORDS = 12

/**
 * One neutral sentence on what the candidate said about a question, in their own first words; it does not say
 * whether they were right. Empty when there is nothing to recap.
 */
export function recap(state: SessionState, question: Question): string {
  const first = state.transcript.find(({ speaker, questionId, text }) => {
    return speaker === 'candidate' && questionId === question.id && text.split(/\s+/).length >= 5
  })
  if (!first) return ''
  const words =
    first.text
      .replace(/[“”"<>]/g, '')
      .split(/[.?!;\n]/)[0]
      ?.trim()
      .split(/\s+/) ?? []
  if (words.length < 4) return ''
  const quoted = words.slice(0, QUOTED_WORDS).join(' ')
  return `To recap, you began with “${quoted}${words.length > QUOTED_WORDS ? '…' : ''}”, and we went on from there.`
}
