import type { PublicEvent } from '../../wire/public-event.ts'
import { splitWords } from '../../voice/split-words.ts'
import type { LiveTurn } from './session-model.ts'
import { startOf } from './since-start.ts'

type Range = [from: number, to: number]

interface Item {
  key: string
  /** Milliseconds since the interview started. */
  atMs: number
}

export type TranscriptItem =
  | (Item & { kind: 'section'; section: 'A' | 'B' | 'C' | 'D'; seq: number })
  /** `seq`: its place in the log, if it is there yet. `heard`: what had been said when the candidate interrupted. */
  | (Item & { kind: 'agent'; text: string; marked: boolean; heard: string | null; seq: number | null })
  /** `unsure`: character ranges that may have been misheard. */
  | (Item & { kind: 'candidate'; text: string; unsure: Range[]; marked: boolean; pending: boolean })
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
      return [...items, { ...base, kind: 'section', section: event.section, seq: event.seq }]
    case 'agent-said':
      return [
        ...items,
        { ...base, kind: 'agent', text: event.text, marked: false, heard: null, seq: event.seq },
      ]
    case 'candidate-said': {
      const { text, turnId, startMs, unsure = [] } = event
      const said = {
        key: turnId,
        atMs: startMs,
        kind: 'candidate' as const,
        text,
        unsure,
        marked: false,
        pending: false,
      }
      return [...resume(items, base.atMs), said]
    }
    case 'agent-interrupted':
      return change(items, ({ kind }) => kind === 'agent', { heard: event.heard })
    case 'turn-revised':
      return revise(items, event, base.atMs)
    case 'term-settled':
      return items.map((item) => settled(item, event))
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

/** A range that was asked about is unsure no more. */
function settled(
  item: TranscriptItem,
  { turnId, from, to }: Extract<PublicEvent, { kind: 'term-settled' }>,
): TranscriptItem {
  if (item.kind !== 'candidate' || item.key !== turnId) return item
  return { ...item, unsure: item.unsure.filter((range) => range[0] !== from || range[1] !== to) }
}

/** The turn in its new words, without what the interviewer made of the old ones. */
function revise(
  items: TranscriptItem[],
  { turnId, text, since, unsure = [] }: Extract<PublicEvent, { kind: 'turn-revised' }>,
  atMs: number,
): TranscriptItem[] {
  const isTurn = ({ key }: TranscriptItem) => key === turnId
  const worded = change(items, isTurn, { text, unsure })
  if (since === undefined) return worded
  const isGone = (item: TranscriptItem) => 'seq' in item && item.seq !== null && item.seq > since
  const standing = worded.filter((item) => !isGone(item))
  const wasMarked = worded.some((item) => isGone(item) && 'marked' in item && item.marked)
  return resume(wasMarked ? change(standing, isTurn, { marked: true }) : standing, atMs)
}

/** Ends the pause that is still open, if any. One shorter than a second is not worth a line. */
function resume(items: TranscriptItem[], atMs: number): TranscriptItem[] {
  return items.flatMap((item) => {
    if (item.kind !== 'pause' || item.lastedMs !== null) return [item]
    const lastedMs = atMs - item.atMs
    return lastedMs < 1_000 ? [] : [{ ...item, lastedMs }]
  })
}

type Change = { marked: true } | { text: string; unsure: Range[] } | { heard: string }

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
    text === '' ? [] : [{ key: turnId, atMs, kind: 'candidate', text, unsure: [], marked: false, pending }]
  const lines = linesOf(answer).map((line, index): TranscriptItem => {
    return {
      key: `${turnId}-${index}`,
      atMs,
      kind: 'agent',
      text: line,
      marked: false,
      heard: null,
      seq: null,
    }
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
