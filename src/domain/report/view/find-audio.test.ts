import { expect, test } from 'vitest'
import type { Report } from '../report.ts'
import { codeView } from './code-view.ts'
import { findAudio } from './find-audio.ts'
import {
  exampleDimension,
  exampleEvidence,
  exampleFinding,
  exampleReport,
  exampleTurn,
} from './report-fixture.ts'
import { reportView } from './report-view.ts'

const transcript = [
  exampleTurn('t1', 'It runs twice.', { startMs: 100_000, endMs: 140_000, spoken: true }),
  exampleTurn('t2', 'As I typed.'),
]
const withRecording = (recording: Report['recording']) =>
  exampleReport({ transcript, ...(recording && { recording }) })
const here = { href: '/a', offsetMs: 0 }

test('words can be heard at their moment, moved by the offset of the recording', () => {
  expect(findAudio(withRecording(here), 't1', 723_000, 730_000)).toEqual({
    href: '/a',
    fromMs: 723_000,
    toMs: 731_000,
    label: 'Play 12:03',
  })
  expect(findAudio(withRecording({ href: '/a', offsetMs: 1_500 }), 't1', 723_000, 730_000)).toMatchObject({
    fromMs: 724_500,
    toMs: 732_500,
    label: 'Play 12:03',
  })
})

test('nothing can be heard without a recording, of what was typed, or of a turn that is not there', () => {
  expect(findAudio(withRecording(undefined), 't1', 0, 1)).toBeUndefined()
  expect(findAudio(withRecording(here), 't2', 0, 1)).toBeUndefined()
  expect(findAudio(withRecording(here), 't9', 0, 1)).toBeUndefined()
})

test('of several recordings it is the one that began last before the words, if it reaches so far', () => {
  const recording = {
    ...here,
    lengthMs: 300_000,
    later: [
      { href: '/b', offsetMs: -400_000, lengthMs: 100_000 },
      { href: '/c', offsetMs: -600_000, lengthMs: 100_000 },
    ],
  }
  const heardAt = (startMs: number) => {
    const audio = findAudio(withRecording(recording), 't1', startMs, startMs + 1)
    return audio && [audio.href, audio.fromMs]
  }
  expect(heardAt(299_999)).toEqual(['/a', 299_999])
  expect(heardAt(300_000)).toBeUndefined()
  expect(heardAt(400_000)).toEqual(['/b', 0])
  expect(heardAt(500_000)).toBeUndefined()
  expect(heardAt(650_000)).toEqual(['/c', 50_000])
  expect(heardAt(700_000)).toBeUndefined()
})

test('receipts, findings and turns of a report can be heard, and without a recording none of them', () => {
  const evidence = exampleEvidence('It runs twice.', { snippetId: 's1', lines: [41, 47] })
  const report = exampleReport({
    transcript,
    dimensions: [exampleDimension('debugging', 3, [evidence])],
    answerKey: [
      exampleFinding({
        snippetId: 's1',
        outcome: 'unaided',
        lines: [41, 47],
        turnId: 't1',
        startMs: 120_000,
      }),
      exampleFinding({
        snippetId: 's1',
        outcome: 'false-alarm',
        lines: [5, 6],
        turnId: 't1',
        startMs: 110_000,
      }),
      exampleFinding({ snippetId: 's1', outcome: 'missed', lines: [9, 9], turnId: 't1', startMs: 120_000 }),
    ],
  })
  const heard = (of: Report) => {
    const view = reportView(of, {})
    return {
      receipts: view.dimensions.flatMap(({ receipts }) => receipts.map(({ audio }) => audio?.toMs)),
      findings: codeView(of, {}).flatMap(({ findings }) => findings.map(({ audio }) => audio?.toMs)),
      turns: view.transcript.map(({ audio }) => audio?.toMs),
    }
  }
  expect(heard({ ...report, recording: here })).toEqual({
    receipts: [131_000],
    findings: [131_000, 141_000, undefined],
    turns: [141_000, undefined],
  })
  expect(heard(report)).toEqual({
    receipts: [undefined],
    findings: [undefined, undefined, undefined],
    turns: [undefined, undefined],
  })
})
