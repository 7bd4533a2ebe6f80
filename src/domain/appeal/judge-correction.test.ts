import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judgeCorrection } from './judge-correction.ts'

const isPlausible = (text: string, corrected: string, spoken = true) =>
  judgeCorrection({ text, spoken }, corrected).plausible

describe('a correction of what was misheard', () => {
  test.each([
    ['I was the deck lead for a payment service.', 'I was the tech lead for a payment service.'],
    [
      'the handler is not I dame potent, a retry runs it twice',
      'the handler is not idempotent, a retry runs it twice',
    ],
    ['the work fluid is passed on as it is', 'the workflow id is passed on as it is'],
    ['we put it into the cash and read it there', 'we put it into the cache and read it there'],
    ['it took two hundred milliseconds', 'It took 200 milliseconds.'],
    ['we lock a row there', 'we lock the row there'],
  ])('is plausible: %s', (heard, meant) => {
    expect(isPlausible(heard, meant)).toBe(true)
  })

  test.each([
    ['another text', 'uh not sure', 'I would use an idempotency key in a unique column'],
    ['more than was said', 'we put it into the cash there', 'we put it into the cache with a TTL there'],
    ['the opposite', 'we can retry that at once', "we can't retry that at once"],
    ['the opposite, by a word put in', 'we should retry that at once', 'we should not retry that at once'],
    ['another number', 'it took fifty milliseconds', 'it took fifteen milliseconds'],
    ['a reason put in', 'we cache it so it is fast', 'we cache it because so it is fast'],
    ['every word a little', 'the cats sat on a mat', 'the cots set in a met'],
  ])('is not plausible when it says %s', (_, heard, meant) => {
    expect(isPlausible(heard, meant)).toBe(false)
  })

  test('may be a slip of the keys in what was typed, and in no other', () => {
    expect(isPlausible('we retrv it at noon', 'we retry it at noon', false)).toBe(true)
    expect(isPlausible('the xueue is full by noon', 'the queue is full by noon', false)).toBe(true)
    expect(isPlausible('the xueue is full by noon', 'the queue is full by noon', true)).toBe(false)
  })
})

const word = fc.constantFrom(
  ...'we the queue retry cache lock not seven percent because order twice'.split(' '),
)
const text = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '))

test('marks and case are no change, whatever was said', () => {
  fc.assert(
    fc.property(text, (said) => {
      expect(judgeCorrection({ text: said, spoken: true }, `${said.toUpperCase()}!`)).toEqual({
        plausible: true,
        changes: [],
      })
    }),
  )
})

test('put one after the other, what stayed and what changed are both texts again', () => {
  fc.assert(
    fc.property(text, text, (heard, said) => {
      const { changes } = judgeCorrection({ text: heard, spoken: true }, said)
      const [before, after] = [heard.split(' '), said.split(' ')]
      const rebuilt: string[] = []
      let at = 0
      for (const change of changes) {
        rebuilt.push(...before.slice(at, change.heard[0]), ...after.slice(...change.said))
        at = change.heard[1]
      }
      expect([...rebuilt, ...before.slice(at)]).toEqual(after)
    }),
  )
})

test('a text of twenty thousand other words is judged without comparing each with each', () => {
  const long = Array.from({ length: 20_000 }, (_, index) => `a${index}`).join(' ')
  const other = Array.from({ length: 20_000 }, (_, index) => `b${index}`).join(' ')
  expect(isPlausible(long, other)).toBe(false)
  expect(isPlausible(`${long} cash`, `${long} cache`)).toBe(true)
})
