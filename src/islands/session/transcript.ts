import type { PublicEvent } from '../../wire/public-event.ts'
import { splitWords } from '../../voice/split-words.ts'
import type { LiveTurn } from './session-model.ts'
import { startOf } from './since-start.ts'

interface Item {
  key: string
  /** Milliseconds since the interview started. */
  atMs: number
}

export type TranscriptItem =
  | (Item & { kind: 'section'; section: 'A' | 'B' | 'C' | 'D' })
  /** `heard`: what had been said when the candidate interrupted. */
  | (Item & { kind: 'agent'; text: string; marked: boolean; heard: string | null })
  | (Item & { kind: 'candidate'; text: string; marked: boolean; pending: boolean })
  /** The clock stood still for so many ms; null while it still does. */
  | (Item & { kind: 'pause'; reason: 'hold' | 'away'; lastedMs: number | null })

/** The conversation so far: what the log tells, then what has been sent and answered since. */
export function readTranscript(events: PublicEvent[], live: LiveTurn[]): TranscriptItem[] {
  const zero = startOf(events) ?? 0
  const items = events.reduce<TranscriptItem[]>((before, event) => readEvent(before, event, zero), [])
  const told = new Set(events.flatMap((event) => (event.kind === 'candidate-said' ? [event.turnId] : [])))
  return [...items, ...live.filter(({ turnId }) => !told.has(turnId)).flatMap(readLive)]
}

function readEvent(items: TranscriptItem[], event: PublicEvent, zero: number): TranscriptItem[] {
  const base = { key: `event-${event.seq}`, atMs: Math.max(0, event.at - zero) }
  switch (event.kind) {
    case 'section-entered':
      return [...items, { ...base, kind: 'section', section: event.section }]
    case 'agent-said':
      return [...items, { ...base, kind: 'agent', text: event.text, marked: false, heard: null }]
    case 'candidate-said': {
      const { text, turnId, startMs } = event
      const said = {
        key: turnId,
        atMs: startMs,
        kind: 'candidate' as const,
        text,
        marked: false,
        pending: false,
      }
      return [...resume(items, base.atMs), said]
    }
    case 'agent-interrupted':
      return change(items, ({ kind }) => kind === 'agent', { heard: event.heard })
    case 'turn-revised':
      return change(items, ({ key }) => key === event.turnId, { text: event.text })
    case 'moment-marked':
      return change(items, ({ kind }) => kind === 'agent' || kind === 'candidate', { marked: true })
    case 'hold-started':
      return [...items, { ...base, kind: 'pause', reason: 'hold', lastedMs: null }]
    case 'left':
      return [...items, { ...base, kind: 'pause', reason: 'away', lastedMs: null }]
    case 'hold-ended':
    case 'returned':
      return resume(items, base.atMs)
    case 'started':
    case 'snippet-shown':
    case 'lines-highlighted':
    case 'lines-selected':
    case 'hint-given':
    case 'note-added':
    case 'finished':
      return items
  }
}

/** Ends the pause that is still open, if any. One shorter than a second is not worth a line. */
function resume(items: TranscriptItem[], atMs: number): TranscriptItem[] {
  return items.flatMap((item) => {
    if (item.kind !== 'pause' || item.lastedMs !== null) return [item]
    const lastedMs = atMs - item.atMs
    return lastedMs < 1_000 ? [] : [{ ...item, lastedMs }]
  })
}

type Change = { marked: true } | { text: string } | { heard: string }

/** Changes the last item that fits; with none, nothing. */
function change(
  items: TranscriptItem[],
  fits: (item: TranscriptItem) => boolean,
  to: Change,
): TranscriptItem[] {
  const index = items.findLastIndex(fits)
  return items.map((item, at) => (at === index ? { ...item, ...to } : item))
}

function readLive({ turnId, text, answer, atMs, doneSeq }: LiveTurn): TranscriptItem[] {
  const pending = doneSeq === null
  const own: TranscriptItem[] =
    text === '' ? [] : [{ key: turnId, atMs, kind: 'candidate', text, marked: false, pending }]
  const lines = linesOf(answer).map((line, index): TranscriptItem => {
    return { key: `${turnId}-${index}`, atMs, kind: 'agent', text: line, marked: false, heard: null }
  })
  return [...own, ...lines]
}

function linesOf(answer: string): string[] {
  return answer.split('\n').filter((line) => line.trim() !== '')
}

/**
 * The conversation while its last lines are being said: the last `unsaid` words are left out, and
 * `speaking` is the line that is being said, if it has begun.
 */
export function revealTranscript(
  items: TranscriptItem[],
  unsaid: number,
): { items: TranscriptItem[]; speaking: string | null } {
  let left = unsaid
  const shown = [...items]
  while (left > 0) {
    const last = shown.pop()
    if (!last) break
    if (last.kind === 'section') continue
    if (last.kind !== 'agent') {
      shown.push(last)
      break
    }
    const words = splitWords(last.text)
    if (words.length <= left) {
      left -= words.length
      continue
    }
    shown.push({ ...last, text: words.slice(0, words.length - left).join(' ') })
    return { items: shown, speaking: last.key }
  }
  return { items: shown, speaking: null }
}

/** What had been said of the last of the interviewer's lines when `unsaid` words were left. */
export function heardOf(items: TranscriptItem[], unsaid: number): string {
  const last = items.findLast((item) => item.kind === 'agent')
  const words = splitWords(last?.kind === 'agent' ? last.text : '')
  return words.slice(0, Math.max(0, words.length - unsaid)).join(' ')
}
