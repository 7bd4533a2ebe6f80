import { expect, test } from 'vitest'
import {
  exampleDimension,
  exampleEvidence,
  exampleQuestion,
  exampleReport,
  exampleTurn,
} from './report-fixture.ts'
import { reportView } from './report-view.ts'

test('sets a dimension beside the anchors of its score and the one above, receipts in order of time', () => {
  const late = exampleEvidence('later', { startMs: 300_000 })
  const early = exampleEvidence('earlier', { startMs: 60_000, snippetId: 'snippet', lines: [4, 6] })
  const report = exampleReport({ dimensions: [exampleDimension('debugging', 2, [late, early])] })
  const [dimension] = reportView(report, {}).dimensions
  expect(dimension?.heading).toBe('Why 2, not 3')
  expect(dimension?.anchors.map(({ score }) => score)).toEqual([2, 3])
  expect(dimension?.receipts.map(({ quote }) => quote)).toEqual(['earlier', 'later'])
  expect(dimension?.receipts[0]).toMatchObject({
    turn: { href: '#t-t1', label: '01:00' },
    lines: { href: '#snippet-L4', label: 'L4–6' },
  })
})

test('compares a 4 with nothing and what was not assessed with nothing', () => {
  const dimensions = [exampleDimension('debugging', 4), exampleDimension('product', null)]
  const view = reportView(exampleReport({ dimensions }), {})
  expect(view.dimensions.map(({ anchors }) => anchors.map(({ score }) => score))).toEqual([[4], []])
})

test('states the overall to one decimal with what it stands on', () => {
  const dimensions = [exampleDimension('debugging', 3), exampleDimension('product', null)]
  const view = reportView(exampleReport({ overall: 3, verdict: 'at', dimensions }), {})
  expect(view.overall).toEqual({
    number: '3.0',
    note: 'Overall, of 4, from the one dimension with evidence.',
  })
})

test('gives a silent session a report without a number and without a ruler', () => {
  const view = reportView(exampleReport(), {})
  expect(view.overall).toBeNull()
  expect(view.ruler).toBeNull()
  expect(view.facts.map(({ name }) => name)).toEqual(['Track', 'Bar', 'Grader'])
})

test('lays the sections as they went and the moments where they were', () => {
  const transcript = [
    exampleTurn('t1', 'One.', { section: 'A', startMs: 10_000, endMs: 50_000 }),
    exampleTurn('t2', 'Two.', { section: 'B', startMs: 300_000, endMs: 600_000 }),
  ]
  const moments = [{ turnId: 't2', kind: 'weak' as const, startMs: 300_000 }]
  const { ruler } = reportView(exampleReport({ transcript, moments }), {})
  expect(ruler?.sections.map(({ id, from, to }) => [id, from, to])).toEqual([
    ['A', 0, 50],
    ['B', 50, 100],
  ])
  expect(ruler?.moments).toMatchObject([{ at: 50, href: '#t-t2', label: 'Weak moment at 05:00' }])
})

test('leads from the plan and the posting to the turns they rest on, once each', () => {
  const report = exampleReport({
    transcript: [exampleTurn('t1', 'One.')],
    dimensions: [exampleDimension('debugging', 3)],
    plan: [{ text: 'Do this.', dimension: 'debugging', turnIds: ['t1', 'gone'] }],
    questions: [exampleQuestion('caching')],
    jd: [
      {
        competency: 'Caching',
        ground: 'cache',
        questionId: 'caching',
        evidence: [exampleEvidence('One'), exampleEvidence('One')],
      },
    ],
  })
  const view = reportView(report, {})
  expect(view.plan).toEqual([
    {
      text: 'Do this.',
      note: 'Name of debugging, 3 to 4.',
      evidence: null,
      turns: [{ href: '#t-t1', label: '02:00' }],
    },
  ])
  expect(view.jd).toEqual([
    {
      ground: 'cache',
      competency: 'Caching',
      testedBy: 'C, Title of caching',
      points: '#points-caching',
      turns: [{ href: '#t-t1', label: '02:00' }],
      score: null,
    },
  ])
})

test('gathers what nothing was asked about by the words of the posting', () => {
  const jd = [
    { competency: 'Go', ground: 'Go or Python', evidence: [] },
    { competency: 'React', ground: '', evidence: [] },
    { competency: 'Python', ground: 'Go or Python', questionId: 'gone', evidence: [] },
  ]
  const view = reportView(exampleReport({ jd }), {})
  expect(view.jd).toEqual([])
  expect(view.notAsked).toEqual([
    { ground: 'Go or Python', competencies: 'Go, Python' },
    { ground: '', competencies: 'React' },
  ])
})

test('says which sections the interview ended before, and nothing when all were reached', () => {
  const facts = (sections: readonly ('A' | 'B' | 'C' | 'D')[]) => {
    const transcript = sections.map((section) => exampleTurn(`t-${section}`, 'One.', { section }))
    return reportView(exampleReport({ transcript }), {}).facts
  }
  expect(facts(['A', 'B'])).toContainEqual({ name: 'Not reached', value: 'C Scenario, D Wrap-up' })
  expect(facts(['A', 'B', 'C', 'D']).map(({ name }) => name)).not.toContain('Not reached')
})

test('shows the same words once when only one of their points has lines', () => {
  const named = exampleEvidence('the key', { point: 'the fix' })
  const placed = exampleEvidence('the key', { point: 'the bug', snippetId: 'snippet', lines: [4, 6] })
  const elsewhere = exampleEvidence('the map', { snippetId: 'snippet', lines: [8, 8] })
  const dimensions = [exampleDimension('debugging', 2, [named, placed, elsewhere])]
  const [dimension] = reportView(exampleReport({ dimensions }), {}).dimensions
  expect(dimension?.receipts.map(({ point, lines }) => [point, lines?.label])).toEqual([
    ['the fix; the bug', 'L4–6'],
    ['the point', 'L8'],
  ])
})

test('keeps the same words apart where they name two places in the code', () => {
  const place = (from: number) => exampleEvidence('the key', { snippetId: 'snippet', lines: [from, from] })
  const dimensions = [exampleDimension('debugging', 2, [place(4), place(9)])]
  const [dimension] = reportView(exampleReport({ dimensions }), {}).dimensions
  expect(dimension?.receipts.map(({ lines }) => lines?.label)).toEqual(['L4', 'L9'])
})

test('shows three receipts of each kind at once, and the same words once for all their points', () => {
  const at = (startMs: number) => exampleEvidence(`quote ${startMs}`, { startMs })
  const twice = exampleEvidence('quote 1', { startMs: 1, point: 'another point' })
  const evidence = [
    at(1),
    twice,
    at(2),
    at(3),
    at(4),
    exampleEvidence('held', { startMs: 5, polarity: 'against' }),
  ]
  const report = exampleReport({ dimensions: [exampleDimension('debugging', 2, evidence)] })
  const [dimension] = reportView(report, {}).dimensions
  expect(dimension?.receipts.map(({ quote }) => quote)).toEqual(['quote 1', 'quote 2', 'quote 3', 'held'])
  expect(dimension?.receipts[0]?.point).toBe('the point; another point')
  expect(dimension?.moreReceipts.map(({ quote }) => quote)).toEqual(['quote 4'])
})
