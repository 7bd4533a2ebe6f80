import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { Expected } from './expected.ts'
import { gradeInterview } from './grade-interview.ts'
import type { Interview } from './read-interviews.ts'
import { readInterviews } from './read-interviews.ts'
import { readSources } from './read-sources.ts'
import { sayOutcome } from './say-outcome.ts'
import { sumOutcomes } from './sum-outcomes.ts'

const sources = readSources()
const interview = strongInterview()

function strongInterview(): Interview {
  const [found] = readInterviews(fileURLToPath(new URL('../sessions/web-strong', import.meta.url)))
  if (!found) throw new Error('the interview web-strong is gone')
  return found
}

/** The strong interview with other expectations of its snippet, and of nothing else. */
function expecting(question: Partial<Expected['questions'][number]>) {
  const none = { id: 'ledger-transfer', heard: [], debatable: [], forbidden: [], falseAlarms: [] }
  return { ...interview, expected: { ...interview.expected, questions: [{ ...none, ...question }] } }
}
const heard = (point: string, quote: string) => ({ point, degree: 'full' as const, quote })
const quote = 'I never touch an old row'

test('what is expected and credited is found, what is only expected missed, what is only credited invented', () => {
  const outcome = gradeInterview(
    expecting({
      heard: [heard('finds-rounding', 'rounds each part alone'), heard('test-the-money/2', quote)],
      forbidden: ['finds-early-event'],
      debatable: ['put-it-right/1'],
      falseAlarms: ['receivers-locked-too'],
    }),
    sources,
  )
  const points = (list: { point: string }[]) => list.map(({ point }) => point)
  expect(points([...outcome.found, ...outcome.missed]).toSorted()).toEqual([
    'finds-rounding',
    'receivers-locked-too',
    'test-the-money/2',
  ])
  expect(points(outcome.missed)).toContain('receivers-locked-too')
  expect(points(outcome.forbidden)).toEqual(['finds-early-event'])
  expect(points(outcome.invented)).toContain('finds-owner-below-zero')
  expect(points(outcome.invented)).not.toContain('put-it-right/1')
  const sums = sumOutcomes([outcome])
  expect(sums.pointsRecall).toBeCloseTo(outcome.found.length / 3, 3)
  expect(sums).toMatchObject({ n: 1, forbidden: 1, verbatim: 1 })
  expect(sayOutcome(outcome).join('\n')).toMatch(/missed +ledger-transfer receivers-locked-too/)
})

test.each([
  [
    'a question that was not asked',
    { id: 'gone-away' },
    'questions.0: gone-away was not asked in this interview',
  ],
  [
    'a point that is gone',
    { debatable: ['gone-away'] },
    'questions.0: ledger-transfer has no point gone-away any more',
  ],
  [
    'a trap that is gone',
    { falseAlarms: ['gone-away'] },
    'questions.0: ledger-transfer has no trap gone-away any more',
  ],
  [
    'a quote that was not said',
    { heard: [heard('finds-rounding', 'gone away')] },
    'finds-rounding: "gone away" was not said',
  ],
  [
    'a point that is there twice',
    { debatable: ['finds-rounding', 'finds-rounding'] },
    'finds-rounding is there twice',
  ],
])('%s is refused by name', (_, question, message) => {
  expect(() => gradeInterview(expecting(question), sources)).toThrow(message)
})

test('a question that the bank has lost is refused by name, with the file', () => {
  const { bank, finder } = sources
  const poorer = { ...bank, snippets: bank.snippets.filter(({ id }) => id !== 'ledger-transfer') }
  expect(() => gradeInterview(interview, { bank: poorer, finder })).toThrow(
    /web-strong\/expected.json: the bank has no question ledger-transfer/,
  )
})

test('a share of nothing is whole', () => {
  expect(sumOutcomes([])).toEqual({
    n: 0,
    pointsRecall: 1,
    pointsPrecision: 1,
    bandsMet: 1,
    forbidden: 0,
    verbatim: 1,
  })
})
