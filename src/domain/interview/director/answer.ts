import type { Fact } from '../../catalog/question.ts'
import { answerDoubt } from './answer-doubt.ts'
import { doubtTerm } from './doubt-term.ts'
import type { Draft } from './draft.ts'
import { emit, questionOf } from './draft.ts'
import type { Question, SectionId } from '../question.ts'
import { handleRequest } from './handle-request.ts'
import { hear } from './hear.ts'
import { matchFact } from './match-fact.ts'
import { moveOn } from './move-on.ts'
import { namedLines } from './named-lines.ts'
import type { Intent } from './intent.ts'
import { easeIn } from './ease-in.ts'
import { readIntent } from './read-intent.ts'
import { nudge } from './nudge.ts'
import { resume } from './resume.ts'
import { closeInterview, takeWrapUpAnswer } from './wrap-up.ts'

/** A session that takes more turns than this in one section is moved along. */
const MOST_TURNS_PER_BUDGETED_TURN = 4

/** Decides what follows a turn that has words: a request is met, an answer is heard and followed up. */
export function answer(draft: Draft): Draft {
  const { state } = draft
  const said = state.transcript.at(-1)
  if (!state.current || !said) return draft
  const question = questionOf(draft, state.current.questionId)
  const heard = hear(draft, question, said)
  const section = state.section ?? 'A'
  const exhausted = state.sectionSaid > draft.plan.sections[section].turns * MOST_TURNS_PER_BUDGETED_TURN
  const intent = intentOf(draft, question, heard.points)
  if (state.doubt) return answerDoubt(draft, question, state.doubt, { intent, heard })
  if (intent.kind === 'stop') return closeInterview(draft)
  const marked = intent.kind === 'read-lines' ? draft : highlightNamed(draft)
  if (!exhausted && !takesTurn(intent, section)) return handleRequest(marked, question, intent)
  const noted = emit(marked, heard)
  if (section === 'D') return question.kind === 'wrap-up' ? takeWrapUpAnswer(noted) : backToWrapUp(noted)
  const doubted = exhausted ? undefined : doubtTerm(noted, question)
  if (doubted) return doubted
  if (intent.kind === 'dont-know') return easeIn(noted, question)
  if (intent.kind === 'done') return moveOn(noted, 'answered')
  if (heard.onTopic || exhausted) return moveOn(noted, isFaint(heard) ? 'faint' : 'answered')
  return nudge(noted, question)
}

/** Whether so little was heard that "I see" could be said to small talk: nothing in full, and one thing in part at most. */
function isFaint({ points, signals }: ReturnType<typeof hear>): boolean {
  return signals.length === 0 && points.length < 2 && points.every(({ degree }) => degree !== 'full')
}

/** Whether the turn is taken as an answer, be it that there is none. In the wrap-up "thanks" is one. */
function takesTurn({ kind }: Intent, section: SectionId): boolean {
  return kind === 'answer' || kind === 'dont-know' || kind === 'done' || (kind === 'ready' && section === 'D')
}

function backToWrapUp(draft: Draft): Draft {
  return resume(draft) ?? takeWrapUpAnswer(draft)
}

/**
 * A request that is all that was said is met; an answer wins over one that stands beside it. A turn that says it wants to clarify does, and so does
 * one that only touches a point while it asks for a written fact.
 */
function intentOf(draft: Draft, question: Question, points: { degree: 'full' | 'partly' }[]): Intent {
  const intent = readIntent(draft.turn.text, draft.state.current?.text ?? '')
  if (intent.kind === 'answer') return intent
  const fact = matchFact(draft.turn.text, question.facts)
  if (intent.kind === 'wonder') return { kind: fact && points.length === 0 ? 'clarify' : 'answer' }
  if (intent.kind === 'rephrase' && fact) return { kind: 'clarify' }
  if (intent.kind === 'ask-answer' && fact && endsWithPattern(draft.turn.text, fact))
    return { kind: 'clarify' }
  if (intent.kind === 'read-lines' || ('alone' in intent && intent.alone && !mayHoldAnswer(intent.kind)))
    return intent
  if (points.length === 0 || winsOverAnswer(intent.kind)) return intent
  if (intent.kind === 'clarify' && saysItClarifies(draft.turn.text)) return intent
  const isFirm = points.some(({ degree }) => degree === 'full')
  const isOpen = asksOpenly(draft.turn.text)
  const isFaint = points.length === 1 && (isOpen || !isFirm)
  if (intent.kind === 'clarify' && (isFaint || (!isFirm && (fact || isOpen)))) return intent
  return intent.kind === 'clarify' && fact && endsWithPattern(draft.turn.text, fact)
    ? intent
    : { kind: 'answer' }
}

/** What nobody says in an answer, whatever word of it touches a point. */
function winsOverAnswer(kind: Intent['kind']): boolean {
  return kind === 'stop' || kind === 'ask-answer' || kind === 'about-format'
}

/** "It depends on the lock" may be thin and still name the point. */
function mayHoldAnswer(kind: Intent['kind']): boolean {
  return kind === 'dont-know' || kind === 'done' || kind === 'ready'
}

function saysItClarifies(text: string): boolean {
  return /\b(to clarify|clarifying|quick question|can i ask|may i ask|(can|may|should|could) i assume)\b/i.test(
    text,
  )
}

/** A question in the very words of a fact is no guess, whatever point it touches. */
function endsWithPattern(text: string, { patterns }: Fact): boolean {
  return patterns.some((pattern) => plainWords(text).endsWith(` ${plainWords(pattern).trim()} `))
}

function plainWords(text: string): string {
  return ` ${(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `
}

/** Asks what, which or how: no guess that waits for a yes. */
function asksOpenly(text: string): boolean {
  return /^\W*((so|and|okay|ok|um|uh)\W+)*(what|which|how|who|when|where)\b[^?]*\?\W*$/i.test(text)
}

/** Lines that the candidate named, or has selected and calls "this", are marked; never any others. */
function highlightNamed(draft: Draft): Draft {
  const snippetId = draft.state.shownSnippets.at(-1)
  const snippet = draft.sources.bank.snippets.find(({ id }) => id === snippetId)
  if (!snippet || draft.state.current?.questionId !== snippet.id) return draft
  const last = snippet.source.trimEnd().split('\n').length
  const { selected } = draft.state
  const pointed = selected?.snippetId === snippet.id && /\b(this|these|here)\b/i.test(draft.turn.text)
  const lines = namedLines(draft.turn.text) ?? (pointed ? selected : undefined)
  if (!lines || lines.from > last) return draft
  const { from } = lines
  const to = Math.min(lines.to, last)
  const { highlighted } = draft.state
  const isMarked = highlighted?.snippetId === snippet.id && highlighted.from === from && highlighted.to === to
  if (isMarked) return draft
  return emit(draft, { kind: 'lines-highlighted', snippetId: snippet.id, from, to })
}
