import { splitWords } from '../../voice/split-words.ts'
import type { PublicState } from '../../wire/public-event.ts'
import type { LiveTurn, SessionModel } from './session-model.ts'

export type Floor = 'listening' | 'thinking' | 'speaking' | 'hold' | 'over'

/** Who has the floor. */
export function floorOf({ state, live, unsaid }: SessionModel): Floor {
  if (state?.phase === 'finished' || (state?.phase === 'closed' && unsaid === 0)) return 'over'
  if (state?.onHold) return 'hold'
  if (isLineDue({ state, live })) return 'thinking'
  return unsaid > 0 ? 'speaking' : 'listening'
}

/** The closing line has been asked for: nothing more is to be said. */
export function isOver(state: PublicState | null): boolean {
  return state?.phase === 'closed' || state?.phase === 'finished'
}

/** The interviewer speaks next: the opening has not come, or an answer is on its way. */
export function isLineDue({ state, live }: Pick<SessionModel, 'state' | 'live'>): boolean {
  return state?.phase === 'ready' || live.some(isAwaited)
}

/** An answer is on its way. Silence is answered without a sign. */
export function isAwaited({ turnId, text, doneSeq }: LiveTurn): boolean {
  return doneSeq === null && (text !== '' || turnId === 'open')
}

/** The question on the table, and what the interviewer has said about it since, if that is another line. */
export function promptOf({ state, events, live }: SessionModel): { question: string; reply: string } {
  const answered = live.findLast(({ answer }) => answer !== '')?.answer.trim()
  const logged = events.findLast((event) => event.kind === 'agent-said')
  const last = answered ?? (logged?.kind === 'agent-said' ? logged.text : '')
  const question = isOver(state) ? '' : (state?.question?.text ?? '')
  if (question === '') return { question: last, reply: '' }
  return { question, reply: last.includes(question) ? '' : last }
}

/** Longest question, in characters, that is set whole in large type. */
const LARGE_TYPE = 200

/** A long question in two: what it is about, and its last sentence, which asks. */
export function splitQuestion(text: string): { lead: string; ask: string } {
  if (text.length <= LARGE_TYPE) return { lead: '', ask: text }
  const ask = /(?<=[.:?]\s)[^.:?]+[.?]\s*$/.exec(text)?.[0] ?? text
  return { lead: text.slice(0, text.length - ask.length), ask }
}

/** A line cut where its last `unsaid` words begin. */
export function cutLine(text: string, unsaid: number): { said: string; rest: string } {
  const count = splitWords(text).length
  const keep = Math.max(0, count - unsaid)
  if (unsaid <= 0) return { said: text, rest: '' }
  if (keep === 0) return { said: '', rest: text }
  const said = new RegExp(`^\\s*(?:\\S+\\s+){${keep - 1}}\\S+`).exec(text)?.[0] ?? text
  return { said, rest: text.slice(said.length) }
}

/** Milliseconds of silence after which an empty turn is due; null when nobody is waiting for the candidate. */
export function silenceDue(model: SessionModel): number | null {
  const { state, draft, heard, visible, live, unsaid, finishing } = model
  if (!state || state.phase !== 'live' || state.onHold || finishing) return null
  const quiet =
    draft.trim() === '' && heard === '' && unsaid === 0 && live.every(({ doneSeq }) => doneSeq !== null)
  return quiet && visible ? state.silenceAfterMs : null
}

/** "about 9 min left" of a section, "in its last minute", or "over its time". */
export function timeLeft(state: PublicState, clockMs: number, startedAtMs: number): string {
  const budget = state.sections.find(({ id }) => id === state.section)?.budgetMs ?? 0
  const left = budget - (clockMs - startedAtMs)
  if (left <= 0) return 'about to close'
  const minutes = Math.round(left / 60_000)
  return minutes < 1 ? 'less than a minute left' : `about ${minutes} min left`
}

export interface RulerPart {
  id: 'A' | 'B' | 'C' | 'D'
  name: string
  /** Where the part begins and how wide it is, in percent of the interview. */
  from: number
  width: number
  /** How much of the part is done, 0-1. */
  done: number
  active: boolean
}

/** The interview to scale. Parts before the active one are done, whatever time they took. */
export function rulerParts(state: PublicState, clockMs: number, startedAtMs: number): RulerPart[] {
  const active = state.sections.findIndex(({ id }) => id === state.section)
  const total = Math.max(1, state.plannedMs)
  return state.sections.map(({ id, name, budgetMs }, index) => {
    const before = state.sections.slice(0, index).reduce((sum, section) => sum + section.budgetMs, 0)
    const spent = Math.min(1, Math.max(0, (clockMs - startedAtMs) / Math.max(1, budgetMs)))
    const done = index < active ? 1 : index === active ? spent : 0
    return {
      id,
      name,
      from: (100 * before) / total,
      width: (100 * budgetMs) / total,
      done,
      active: index === active,
    }
  })
}
