import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { filledReport } from '../domain/report/markdown/filled-report-fixture.ts'
import { newSigningKey } from './new-signing-key.ts'
import { createReportSigner } from './report-signer.ts'

const signer = createReportSigner(newSigningKey())
const signed = signer.sign(filledReport(() => 'words \ud800 of 3.5 é'))

/** As it comes back from a file. */
const reread = (report: object): object => JSON.parse(JSON.stringify(report)) as object

/** Every place in a value where a text, a number or a truth stands, as a path. */
function leavesOf(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, key]))
}

/** A copy in which the leaf at the path is another. */
function changed(value: unknown, [key, ...rest]: string[]): unknown {
  if (key === undefined) return typeof value === 'number' ? value + 1 : `${String(value)}.`
  const copy = Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }
  const inner: unknown = Reflect.get(copy, key)
  Reflect.set(copy, key, changed(inner, rest))
  return copy
}

describe('a signed report', () => {
  test('is known again, whatever order its members are in, and to the letter the same when signed again', () => {
    expect(signer.check(reread(signed))).toBe('valid')
    const reversed = Object.fromEntries(Object.entries(signed).toReversed())
    expect(signer.check(reread(reversed))).toBe('valid')
    expect(signer.sign(signed)).toEqual(signed)
  })

  test('is broken by any other number or text in it, its signature included', () => {
    const leaves = leavesOf(reread(signed))
    fc.assert(
      fc.property(fc.constantFrom(...leaves), (path) => {
        expect(signer.check(changed(reread(signed), path) as object)).toBe('broken')
      }),
      { numRuns: leaves.length * 3 },
    )
  })

  test('is broken by what is put in beside it', () => {
    expect(signer.check({ ...reread(signed), approved: true })).toBe('broken')
  })

  test('of another key is right and not ours', () => {
    const other = createReportSigner(newSigningKey())
    expect(other.check(reread(signed))).toBe('foreign')
    expect(other.key.kid).not.toBe(signer.key.kid)
  })

  test('without its signature is unsigned', () => {
    expect(signer.check(filledReport(() => 'words'))).toBe('unsigned')
    expect(signer.check({})).toBe('unsigned')
    expect(signer.check({ signature: { algorithm: 'none' } })).toBe('broken')
  })
})

test('a key of another kind is refused by the name of its setting, and not shown', () => {
  expect(() => createReportSigner('aHVudGVyMg==')).toThrow(/OFFHOOK_SIGNING_KEY/)
  expect(() => createReportSigner('aHVudGVyMg==')).not.toThrow(/aHVudGVyMg/)
})
