import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergePasses } from './merge-passes.ts'
import type { Proposal } from './proposal.ts'

const said = (pointId: string, degree: Proposal['degree'], quote: string): Proposal => {
  return { turnId: 't1', pointId, degree, quote }
}

test('takes what more than half of the readings say, with the quote of the first that says as much', () => {
  const merged = mergePasses([
    [said('a', 'partly', 'one'), said('b', 'full', 'alone')],
    [said('a', 'full', 'two')],
    [said('a', 'full', 'three')],
  ])
  expect(merged).toEqual([said('a', 'full', 'two')])
})

test('is partly where most heard it and fewer in full, and nothing where half did', () => {
  const [full, partly] = [said('a', 'full', 'one'), said('a', 'partly', 'two')]
  expect(mergePasses([[full], [partly], []])).toEqual([said('a', 'partly', 'one')])
  expect(mergePasses([[full], []])).toEqual([])
  expect(mergePasses([])).toEqual([])
})

test('never says more than the boldest reading, nor anything that one reading alone says', () => {
  const proposal = fc
    .tuple(
      fc.constantFrom('a', 'b', 'c'),
      fc.constantFrom<Proposal['degree'][]>('full', 'partly'),
      fc.constantFrom('x', 'y'),
    )
    .map(([pointId, degree, quote]) => said(pointId, degree, quote))
  fc.assert(
    fc.property(
      fc.array(fc.uniqueArray(proposal, { selector: ({ pointId }) => pointId }), { maxLength: 5 }),
      (passes) => {
        for (const merged of mergePasses(passes)) {
          const own = passes.flatMap((pass) => pass.filter(({ pointId }) => pointId === merged.pointId))
          expect(own.length * 2).toBeGreaterThan(passes.length)
          expect(
            own.some(
              ({ degree, quote }) =>
                quote === merged.quote && (degree === 'full' || merged.degree === 'partly'),
            ),
          ).toBe(true)
        }
      },
    ),
  )
})
