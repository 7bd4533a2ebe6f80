import type { Evidence } from '../report/report.ts'
import { applyCaps, type CappedScore, type ScoreBasis } from './caps.ts'
import { decideVerdict, type Score } from './rules.ts'
import { sharePoints, type ScoredPoint } from './score-points.ts'
import { shareOfTelling } from './share-of-telling.ts'

/** A small case, and what the rules make of it. */
export interface WorkedExample {
  name: string
  /** What was expected and what was said. */
  given: string
  /** The sum, as far as there is one. */
  sum: string
  result: string
}

const full = { degree: 'full', hintTier: 0 } as const
const partly = { degree: 'partly', hintTier: 0 } as const
const hinted = { degree: 'full', hintTier: 2 } as const

/** Weights 3, 2, 2 and 1, with what was heard of each. */
function points(...heard: ScoredPoint['heard'][]): ScoredPoint[] {
  return [3, 2, 2, 1].map((weight, index) => ({ weight, heard: heard[index] }))
}

function quotes(turnIds: readonly string[], polarity: Evidence['polarity'] = 'for'): Evidence[] {
  return turnIds.map((turnId) => ({ turnId, quote: 'words', startMs: 0, endMs: 0, point: 'point', polarity }))
}

const percent = (share: number) => `${Math.floor(share * 100 + 1e-9)}%`
const scored = ({ score, caps }: CappedScore) => {
  return `${score ?? 'Not assessed'}${caps.length > 0 ? `, since ${caps.join(', and ')}` : ''}.`
}

function fromShare(share: number, more: Partial<ScoreBasis> = {}): string {
  return scored(applyCaps({ share, evidence: quotes(['t1', 't2']), allHinted: false, ...more }))
}

/** Cases whose numbers are computed by the very functions that score a session; docs and page show what they say. */
export function workedExamples(): WorkedExample[] {
  return [...shareExamples(), ...ruleExamples(), ...wholeExamples()]
}

function shareExamples(): WorkedExample[] {
  const some = sharePoints(points(full, partly))
  const all = sharePoints(points(hinted, hinted, hinted, hinted))
  const one = sharePoints(points(hinted, full))
  return [
    {
      name: 'Share and importance',
      given:
        'Four points were expected, of weight 3, 2, 2 and 1. The heaviest was said in full, the second in part.',
      sum: `(3 + half of 2) of 8 is ${percent(some)}`,
      result: fromShare(some),
    },
    {
      name: 'After a hint',
      given: 'The same four points. The heaviest was said only after a hint, the second in full without one.',
      sum: `(half of 3, and 2) of 8 is ${percent(one)}`,
      result: fromShare(one),
    },
    {
      name: 'Everything after hints',
      given: 'All four were said in full, each after a hint.',
      sum: `half of 8 is ${percent(all)}`,
      result: fromShare(all, { allHinted: true }),
    },
  ]
}

function ruleExamples(): WorkedExample[] {
  const low = sharePoints(points(undefined, undefined, undefined, partly))
  const high = 0.9
  const alarmed = sharePoints([{ weight: 7, heard: full }, { weight: 3 }], 1)
  const twice = sharePoints([{ weight: 7, heard: full }, { weight: 3 }], 2)
  return [
    {
      name: 'Root cause, and a test for it',
      given: `In debugging ${percent(high)} of the weight was heard. The expected points name root causes; none that is critical or high was found unaided together with a fix or a test.`,
      sum: `${percent(high)} alone is a 4`,
      result: fromShare(high, { graveIssueSolved: false }),
    },
    {
      name: 'A 4 from one turn',
      given: `${percent(high)} of the weight was heard, all of it in one turn.`,
      sum: `${percent(high)} alone is a 4`,
      result: fromShare(high, { evidence: quotes(['t1', 't1']) }),
    },
    {
      name: 'Little said',
      given: 'One light point was said in part, and nothing relevant was wrong.',
      sum: `half of 1, of 8, is ${percent(low)}`,
      result: fromShare(low, { evidence: quotes(['t1']) }),
    },
    {
      name: 'Wrong, and said',
      given: 'The same, and a relevant sentence that left out what was asked for can be quoted.',
      sum: `half of 1, of 8, is ${percent(low)}`,
      result: fromShare(low, { evidence: [...quotes(['t1']), ...quotes(['t2'], 'against')] }),
    },
    {
      name: 'False alarms',
      given: '7 of 10 were earned in debugging. Correct code was called a bug once, or twice.',
      sum: `(7 − 1) of 10 is ${percent(alarmed)}, (7 − 2) of 10 is ${percent(twice)}`,
      result: `${fromShare(alarmed)} Twice: ${fromShare(twice)}`,
    },
    {
      name: 'Nothing to quote',
      given: 'A dimension was asked about, and no words could be quoted for or against it.',
      sum: 'no quote, no sum',
      result: fromShare(0, { evidence: [] }),
    },
  ]
}

function wholeExamples(): WorkedExample[] {
  const told = shareOfTelling(
    [
      { turnId: 't1', shows: ['leads', 'specific', 'reasons'] },
      { turnId: 't2', shows: ['leads', 'orders', 'specific'] },
      { turnId: 't3', shows: ['leads', 'reasons', 'scopes'] },
      { turnId: 't4', shows: ['vague'] },
    ],
    0,
  )
  return [
    {
      name: 'How it was told',
      given:
        'Four answers were long enough. Three lead with the answer, one announces an order, two are specific, two give reasons, one says what it assumes, one only waves its hands.',
      sum: `the weights of the traits up to their targets, less a quarter of 3 for the one, is ${percent(told)} of 10`,
      result: `One more point of communication, of weight 8, of which ${percent(told)} is earned.`,
    },
    overallExample([4, 3, 3, 3, null], 'One dimension has a 4, three have a 3, one was not assessed.'),
    overallExample([4, 4, 4, 4, 1], 'Four have a 4 and one a 1.'),
    overallExample([4, 4, null, null, null], 'Two have a 4; three were not assessed.'),
  ]
}

const VERDICTS = {
  above: 'above the bar',
  at: 'at the bar',
  below: 'below the bar',
  'not-enough-evidence': 'not enough evidence',
}

function overallExample(scores: readonly (Score | null)[], given: string): WorkedExample {
  const { overall, verdict } = decideVerdict(scores)
  const assessed = scores.filter((score) => score !== null)
  return {
    name: `Overall: ${VERDICTS[verdict]}`,
    given,
    sum: `(${assessed.join(' + ')}) / ${assessed.length} is ${overall?.toFixed(1) ?? 'nothing'}`,
    result: `${overall?.toFixed(1) ?? 'Not scored'}, ${VERDICTS[verdict]}.`,
  }
}
