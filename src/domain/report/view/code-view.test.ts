import { expect, test } from 'vitest'
import { codeView } from './code-view.ts'
import type { ShownCode } from './code-view.ts'
import { exampleDimension, exampleEvidence, exampleFinding, exampleReport } from './report-fixture.ts'

const snippet: ShownCode = { lines: ['a', 'b', 'c'], language: 'typescript', title: 'A worker' }

test('shows the code with what was found on its lines, in the words that found it', () => {
  const report = exampleReport({
    answerKey: [exampleFinding({ outcome: 'hinted', turnId: 't1', startMs: 712_000 })],
    dimensions: [
      exampleDimension('debugging', 3, [
        exampleEvidence('runs twice', { snippetId: 'snippet', lines: [2, 3] }),
      ]),
    ],
  })
  const [code] = codeView(report, { snippet })
  expect(code).toMatchObject({
    title: 'A worker',
    summary: '0 found unaided, 1 with a hint, 0 missed; 0 false alarms.',
  })
  expect(code?.groups?.map(({ findings }) => findings.length)).toEqual([0, 1])
  expect(code?.findings[0]).toMatchObject({
    kind: 'hinted',
    label: 'Found with a hint',
    turn: { id: 't1', clock: '11:52' },
    quote: 'runs twice',
  })
})

test('shows no fix where nothing needs one', () => {
  const report = exampleReport({ answerKey: [exampleFinding({ outcome: 'false-alarm', fix: '' })] })
  const [code] = codeView(report, { snippet })
  expect(code?.findings[0]).toMatchObject({ kind: 'false-alarm', diff: [] })
  expect(code?.summary).toContain('1 false alarm.')
})

test('keeps the findings of code that the content no longer has', () => {
  const [code] = codeView(exampleReport({ answerKey: [exampleFinding()] }), {})
  expect(code?.groups).toBeNull()
  expect(code?.findings.map(({ title }) => title)).toEqual(['The issue'])
})
