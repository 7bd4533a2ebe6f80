import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { workedExamples } from './worked-examples.ts'

const page = readFileSync(new URL('../../../docs/scoring.md', import.meta.url), 'utf8')

describe('the worked examples', () => {
  test('come to these scores', () => {
    expect(workedExamples().map(({ name, result }) => [name, result])).toEqual([
      ['Share and importance', '2.'],
      ['After a hint', '2.'],
      ['Everything after hints', '2.'],
      [
        'Root cause, and a test for it',
        '3, since a 4 needs a grave issue found unaided, with a fix or a test for it.',
      ],
      ['A 4 from one turn', '3, since a 4 rests on quotes from two separate turns.'],
      ['Little said', '2, since nothing relevant was said that would prove a 1.'],
      ['Wrong, and said', '1.'],
      ['False alarms', '3. Twice: 2.'],
      ['Nothing to quote', 'Not assessed.'],
      ['How it was told', 'One more point of communication, of weight 8, of which 85% is earned.'],
      ['Overall: at the bar', '3.3, at the bar.'],
      ['Overall: below the bar', '3.4, below the bar.'],
      ['Overall: not enough evidence', '4.0, not enough evidence.'],
    ])
  })

  test.each(workedExamples())(
    'stand in docs/scoring.md as they come out: $name',
    ({ name, given, sum, result }) => {
      const row = page.split('\n').find((line) => line.split('|')[1]?.trim() === name)
      expect(row?.split('|').map((cell) => cell.trim())).toEqual(['', name, given, sum, result, ''])
    },
  )
})
