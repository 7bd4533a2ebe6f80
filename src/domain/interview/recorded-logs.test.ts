import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { SessionEvent } from './event.ts'
import { fold } from './fold.ts'
import { initialState } from './initial-state.ts'
import type { SessionState } from './state.ts'

/**
 * Whole interviews as they were recorded, each with what its log folded to. A log is never recorded again: a later
 * version that folds one to another state has changed what stored sessions mean.
 */
const recorded = [
  { name: 'strong', turns: 25, clockMs: 600_000, digest: '8e55c714' },
  { name: 'weak', turns: 30, clockMs: 700_000, digest: '089b87c3' },
  { name: 'silent', turns: 33, clockMs: 800_000, digest: '3f6f575c' },
]

function readLog(name: string): SessionEvent[] {
  const text = readFileSync(new URL(`fixtures/${name}.json`, import.meta.url), 'utf8')
  return z.array(SessionEvent).parse(JSON.parse(text))
}

/** What a log means, without fields that a later version may add to the state. */
function meaningOf(state: SessionState) {
  const { seq, phase, level, extraTime, section, sectionTurns, clockMs, coverage, shownSnippets } = state
  const { current, highlighted, selected, marks, notes, turns } = state
  const transcript = state.transcript.map((entry) => [
    entry.turnId,
    entry.speaker,
    entry.text,
    entry.section,
    entry.heard,
  ])
  const questions = Object.values(state.questions).map(({ id, asked, heard, signals, hints, closed }) => {
    return { id, asked, heard, signals, hints, closed }
  })
  const place = { seq, phase, level, extraTime, section, sectionTurns, clockMs, coverage, shownSnippets }
  return { ...place, current, highlighted, selected, marks, notes, turns, transcript, questions }
}

/** FNV-1a over the canonical JSON, keys in order, as eight hexadecimal digits. */
function digestOf(value: unknown): string {
  const text = JSON.stringify(value, (_, item: unknown) => {
    if (typeof item !== 'object' || item === null || Array.isArray(item)) return item
    return Object.fromEntries(Object.entries(item).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  })
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}

describe.each(recorded)('the recorded log of a $name interview', ({ name, turns, clockMs, digest }) => {
  test('folds to the state that it stood for', () => {
    const state = readLog(name).reduce(fold, initialState())
    expect([state.phase, state.turns.length, state.clockMs]).toEqual(['closed', turns, clockMs])
    expect(digestOf(meaningOf(state))).toBe(digest)
  })

  test('folds on from any point as from the start', () => {
    const log = readLog(name)
    const whole = log.reduce(fold, initialState())
    for (let cut = 0; cut <= log.length; cut += 7) {
      const stored: SessionState = structuredClone(log.slice(0, cut).reduce(fold, initialState()))
      expect(log.slice(cut).reduce(fold, stored)).toEqual(whole)
    }
  })
})
