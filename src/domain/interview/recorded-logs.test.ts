import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { canonicalMeaning } from './canonical-meaning.ts'
import { NewEvent, SessionEvent } from './event.ts'
import { fold } from './fold.ts'
import { initialState } from './initial-state.ts'
import type { SessionState } from './state.ts'

/**
 * Whole interviews as they were recorded, each with what its log folded to. A log is never recorded again: a later
 * version that folds one to another state has changed what stored sessions mean. See decision 0013.
 */
const fixtures = new URL('fixtures/', import.meta.url)

const Recording = z.strictObject({
  name: z.string(),
  phase: z.string(),
  clockMs: z.number(),
  turns: z.number(),
  /** Of the canonical meaning of the state: SHA-256, hexadecimal. */
  digest: z.string().length(64),
})
type Recording = z.infer<typeof Recording> & { read(): unknown[] }

/** The first three, of before there was a folder a version. */
const first = [
  {
    name: 'strong',
    phase: 'closed',
    clockMs: 600_000,
    turns: 25,
    digest: '767842b886138f31a7f0987c0fde6bfde26b1d848203581e82c950dd421aef95',
  },
  {
    name: 'weak',
    phase: 'closed',
    clockMs: 700_000,
    turns: 30,
    digest: '57a0c02908fbcaf84b49c6a36acd18acd380c5edf877dc129e90dc4d86bcd4a0',
  },
  {
    name: 'silent',
    phase: 'closed',
    clockMs: 800_000,
    turns: 33,
    digest: '6a493c6f060a27c56f73c66838585f1e229244479c9c50901b7eca95ab9da3a1',
  },
].map((recording): Recording => ({
  ...recording,
  read: () => z.array(z.unknown()).parse(JSON.parse(readText(`${recording.name}.json`))),
}))

const folders = readdirSync(fixtures, { withFileTypes: true }).filter((entry) => entry.isDirectory())
const recorded = [...first, ...folders.flatMap(({ name }) => readFolder(name))]

function readFolder(folder: string): Recording[] {
  return readLines(readText(`${folder}/index.jsonl`)).map((line) => {
    const recording = Recording.parse(line)
    const path = `${folder}/${recording.name}`
    const read = () =>
      readLines(gunzipSync(readFileSync(new URL(`${path}.jsonl.gz`, fixtures))).toString('utf8'))
    return { ...recording, name: path, read }
  })
}

function readText(path: string): string {
  return readFileSync(new URL(path, fixtures), 'utf8')
}

function readLines(text: string): unknown[] {
  const lines = text.split('\n').filter((line) => line !== '')
  return lines.map((line): unknown => JSON.parse(line))
}

/** As a store reads it: each event checked, what the schema does not name left out. */
function readLog(recording: Recording): SessionEvent[] {
  return z.array(SessionEvent).parse(recording.read())
}

describe.each(recorded)('the recorded log $name', (recording) => {
  test('is numbered without a gap and folds to the state that it stood for', () => {
    const log = readLog(recording)
    expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1))
    const state = log.reduce(fold, initialState())
    const { phase, clockMs, turns } = recording
    expect({ phase: state.phase, clockMs: state.clockMs, turns: state.turns.length }).toEqual({
      phase,
      clockMs,
      turns,
    })
    expect(createHash('sha256').update(canonicalMeaning(state)).digest('hex')).toBe(recording.digest)
  })

  test('folds on from any point as from the start', () => {
    const log = readLog(recording)
    const whole = log.reduce(fold, initialState())
    let soFar = initialState()
    for (const [cut, event] of log.entries()) {
      const stored: SessionState = structuredClone(soFar)
      const ended = log.slice(cut).reduce(fold, stored)
      if (!isDeepStrictEqual(ended, whole)) expect(ended).toEqual(whole)
      soFar = fold(soFar, event)
    }
  })
})

describe('the recorded logs', () => {
  test('are all in the index of their folder', () => {
    const files = folders.flatMap(({ name }) =>
      readdirSync(new URL(`${name}/`, fixtures)).map((file) => `${name}/${file}`),
    )
    const named = recorded.slice(first.length).map(({ name }) => `${name}.jsonl.gz`)
    const indexes = folders.map(({ name }) => `${name}/index.jsonl`)
    expect(files.toSorted()).toEqual([...named, ...indexes].toSorted())
    expect(named.length).toBeGreaterThanOrEqual(50)
  })

  test('hold every kind of event that there is: a new kind asks for a recording', () => {
    const known = NewEvent.options.map((option) => option.shape.kind.value)
    const kinds = new Set(recorded.flatMap((recording) => readLog(recording).map(({ kind }) => kind)))
    expect([...kinds].toSorted()).toEqual(known.toSorted())
  })
})
