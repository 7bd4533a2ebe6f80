import type { CompletionRequest } from '../wire/completion-request.ts'

/** What the page sends as the candidate's first message, so that the interviewer speaks first. Never a word of theirs. */
const PICKUP_CUE = '[pickup]'

type Message = CompletionRequest['messages'][number]

/** What a call wants of the interviewer, as its history tells. `number` counts what the candidate has said in it. */
export type CallTurn =
  /** Somebody is there: open, or go on. */
  | { kind: 'pickup' }
  /** `texts`: all that the candidate has said in this call, the last to be answered. `first`: before anything of ours. */
  | { kind: 'said'; texts: string[]; first: boolean }
  /** Nobody has said anything; `since`: how many times something came after the candidate's last words. */
  | { kind: 'silence'; number: number; since: number }
  /** Goes on after our own tool calls: all has been said. */
  | { kind: 'follow-up' }

/**
 * Reads the history that a voice service sends with every request. What the candidate says in one go, without a word
 * of ours in between, is one turn, however many messages it comes in: an answer that was never heard was none.
 */
export function readCall(messages: Message[]): CallTurn {
  const whole = messages.filter(({ role }) => role !== 'system' && role !== 'developer')
  // Who speaks before the page has sent its cue is answered like anybody else.
  const history = whole.slice(0, whole.findLastIndex((message) => !isCue(message)) + 1)
  const last = history.at(-1)
  if (!last || (history.length < whole.length && !isSaid(last))) return { kind: 'pickup' }
  if (last.role === 'tool' || last.role === 'function') return { kind: 'follow-up' }
  if (last.role === 'assistant' && last.tool_calls && !hasWords(last)) return { kind: 'follow-up' }
  const texts = turnsOf(history)
  if (last.role !== 'user' || !hasWords(last)) {
    const spoken = history.findLastIndex((message) => isSaid(message) || isCue(message))
    return { kind: 'silence', number: texts.length, since: history.length - 1 - spoken }
  }
  const begun = history.some((message) => isCue(message) || isOurs(message))
  return { kind: 'said', texts, first: !begun }
}

function turnsOf(history: Message[]): string[] {
  const turns: string[] = []
  let isGoingOn = false
  for (const message of history) {
    if (isSaid(message)) {
      const before = isGoingOn ? turns.pop() : undefined
      turns.push([before, message.content.trim()].filter(Boolean).join(' '))
      isGoingOn = true
    }
    if (isOurs(message)) isGoingOn = false
  }
  return turns
}

function isSaid(message: Message): boolean {
  return message.role === 'user' && hasWords(message) && !isCue(message)
}

function isOurs(message: Message): boolean {
  return message.role === 'assistant' && hasWords(message)
}

function isCue({ role, content }: Message): boolean {
  return role === 'user' && content.trim() === PICKUP_CUE
}

/** Dots stand for silence, on either side. */
function hasWords({ content }: Message): boolean {
  return /[^\s.…]/u.test(content)
}
