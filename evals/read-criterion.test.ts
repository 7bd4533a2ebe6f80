import { expect, test } from 'vitest'
import { readCriterion } from './read-criterion.ts'

test.each([
  ['1.For correct “Average time” for SJF (6.5 points)', '“Average time” for SJF', 6.5],
  ['1 point: names the lock', 'lock', 1],
  ['(2 marks) The heap is balanced', 'heap is balanced', 2],
  ['- Mentions that pages are fixed in size [3]', 'pages are fixed in size', 3],
  ['b) Threads share memory - 2 pts', 'Threads share memory', 2],
  ['• 20%: a queue is first in, first out', 'queue is first in, first out', 20],
  ['+1 for stating the base case', 'base case', 1],
  [
    'There are two points of failure at 90% load, hence queues',
    'There are two points of failure at 90% load, hence queues',
    undefined,
  ],
  ['Utilisation stays under 80%', 'Utilisation stays under 80%', undefined],
  ['A stack keeps 3 return addresses', 'stack keeps 3 return addresses', undefined],
  ['Half a point: the loop ends', 'loop ends', 0.5],
])('reads "%s"', (written, text, weight) => {
  expect(readCriterion(written)).toEqual(weight === undefined ? { text } : { text, weight })
})
