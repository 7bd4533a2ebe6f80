import fc from 'fast-check'
import { expect, test } from 'vitest'
import { annotateCode } from './annotate-code.ts'
import type { FindingKind, LineFinding } from './annotate-code.ts'

const code = (count: number) => Array.from({ length: count }, (_, index) => `line ${index + 1}`)
const finding = (kind: FindingKind, from: number, to: number): LineFinding => ({ kind, lines: [from, to] })
const numbers = (lines: readonly { number: number }[]) => lines.map(({ number }) => number)

test('begins a group where a finding begins and lets the rest follow it', () => {
  const groups = annotateCode(code(6), [finding('found', 3, 4)])
  expect(groups.map(({ range, rest }) => [numbers(range), numbers(rest)])).toEqual([
    [[], [1, 2]],
    [
      [3, 4],
      [5, 6],
    ],
  ])
})

test('puts findings whose lines overlap into one group', () => {
  const outer = finding('found', 2, 5)
  const inner = finding('hinted', 3, 3)
  const [group, ...others] = annotateCode(code(5), [inner, outer]).filter(
    ({ findings }) => findings.length > 0,
  )
  expect(others).toEqual([])
  expect(group?.findings).toEqual([outer, inner])
  expect(numbers(group?.range ?? [])).toEqual([2, 3, 4, 5])
})

test('draws nested brackets beside each other', () => {
  const groups = annotateCode(code(5), [finding('found', 2, 5), finding('missed', 3, 3)])
  const third = groups.flatMap(({ range }) => range).find(({ number }) => number === 3)
  expect(third?.brackets).toEqual([
    { kind: 'found', first: false, last: false, depth: 0 },
    { kind: 'missed', first: true, last: true, depth: 1 },
  ])
  expect(third).toMatchObject({ fill: 'found', begins: 'missed', missedFirst: true, missedLast: true })
})

test('cuts a range that ends beyond the code', () => {
  const [group] = annotateCode(code(2), [finding('missed', 1, 9)])
  expect(numbers(group?.range ?? [])).toEqual([1, 2])
  expect(group?.range.at(-1)?.missedLast).toBe(true)
})

test('shows code without findings as one group', () => {
  expect(annotateCode(code(2), []).map(({ rest }) => numbers(rest))).toEqual([[1, 2]])
})

test('shows every line once and every finding once, whatever overlaps', () => {
  const kinds = fc.constantFrom<FindingKind[]>('found', 'hinted', 'missed', 'false-alarm')
  const range = fc.tuple(kinds, fc.integer({ min: 1, max: 20 }), fc.nat(8))
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20 }), fc.array(range, { maxLength: 6 }), (count, ranges) => {
      const findings = ranges.map(([kind, from, length]) => finding(kind, from, from + length))
      const groups = annotateCode(code(count), findings)
      expect(groups.flatMap((group) => numbers([...group.range, ...group.rest]))).toEqual(
        numbers(code(count).map((_, index) => ({ number: index + 1 }))),
      )
      expect(new Set(groups.flatMap((group) => group.findings))).toEqual(new Set(findings))
    }),
  )
})
