import { keepAnswers } from '../../grading/keep-answers.ts'
import { splitClauses } from '../../grading/split-clauses.ts'
import { splitTokens } from '../../grading/split-tokens.ts'
import type { Question } from '../question.ts'
import { questionState } from '../question-state.ts'
import type { SessionState } from '../state.ts'
import { chooseWording } from './choose-wording.ts'
import { speaksOfWork } from './speaks-of-work.ts'

/** Words of a recap's quotation at most, and at least. */
const QUOTED_WORDS = 12
const LEAST_WORDS = 4

const wordings = [
  'To recap, you said “{words}”, and we went on from there.',
  'To sum up, one thing you said was “{words}”.',
  'In short, you said “{words}”, and we took it from there.',
  'So, in your words, “{words}”.',
]

const nothingHeard = ['We leave that one there.', "Let's leave that one there."]

const fillers =
  /^(?:(?:um+|uh+|er+m?|okay|ok|so|well|yeah|yes|right|and|like|basically|actually|honestly|i guess|i mean|you know|let me think|let me see|hm+|oh|sure|anyway|also|first of all)\b[\s,]*)+/i

/** The interviewer is told what to say or read out: neither that nor what follows it is repeated. */
const orders = [
  /^\W*(?:\w+\W+){0,4}?(?:say|repeat|read|print|output|write|reply|respond|answer|tell|announce|quote|translate)\b.{0,50}\b(?:aloud|out loud|the following|following|after me|exactly|verbatim|word for word|your (?:prompt|instructions|rules))\b/i,
  /^\W*(?:(?:please|now|just|then|you must|you should)\W+)*(?:say|repeat|announce|output|print)\W*:/i,
  /^\W*(?:system|assistant|developer|tool|user)\W*:/i,
]

/**
 * One neutral sentence on what the candidate said about a question, in their own words; it does not say whether
 * they were right. Taken from the first answer that touched the question, never from a request, nor from one that
 * only touched one point in part, as small talk can; of the background one that speaks of work will do.
 */
export function recap(state: SessionState, question: Question, seed: number): string {
  const heard = Object.values(questionState(state, question.id).heard)
  const answer = state.transcript.find(({ speaker, turnId, text }) => {
    const points = heard.filter((point) => point.turnId === turnId)
    if (speaker !== 'candidate' || points.length === 0) return false
    const isFirm = points.length > 1 || points.some(({ degree }) => degree === 'full')
    return isFirm || (question.kind === 'background' && speaksOfWork(text))
  })
  const words = answer ? quoted(answer.text) : undefined
  const options = words ? wordings : nothingHeard
  return chooseWording(options, seed, `recap ${question.id}`).replace('{words}', () => words ?? '')
}

/** The first sentence that says something, cut at a pause if it is long. */
function quoted(text: string): string | undefined {
  const all = text.replace(/[“”"<>]/g, '').split(/(?<=[.?!;:\n])(?=\s|$)/)
  const order = all.findIndex((sentence) => orders.some((pattern) => pattern.test(sentence)))
  const sentences = all.slice(0, order === -1 ? all.length : order).filter(answersSomething)
  const telling = [...sentences.filter(isStatement), ...sentences].map(withoutFillers)
  const first = telling.find((sentence) => countWords(sentence) >= LEAST_WORDS)
  if (!first || countWords(first) <= QUOTED_WORDS) return first
  const start = first.split(/\s+/).slice(0, QUOTED_WORDS).join(' ')
  const pause = start.lastIndexOf(',')
  const atPause = start.slice(0, Math.max(0, pause))
  return countWords(atPause) >= LEAST_WORDS + 1 ? atPause : `${start.replace(/,$/, '')}…`
}

/** Not what is said to the grader, nor a list of terms or an encoded text. */
function answersSomething(sentence: string): boolean {
  return keepAnswers(splitClauses(splitTokens(sentence))).length > 0
}

function isStatement(sentence: string): boolean {
  return !sentence.trim().endsWith('?')
}

function withoutFillers(sentence: string): string {
  return sentence
    .trim()
    .replace(/[.?!;:]+$/, '')
    .replace(fillers, '')
    .replace(/,\s*(um+|uh+|er+m?|you know|like),/gi, ',')
    .replace(/,? (right|you know|okay|I guess)$/i, '')
    .trim()
}

function countWords(text: string): number {
  return text === '' ? 0 : text.split(/\s+/).length
}
