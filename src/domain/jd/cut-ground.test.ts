import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutGround, MAX_GROUND } from './cut-ground.ts'

describe('cutGround', () => {
  it('takes a short sentence whole, without the punctuation around it', () => {
    const text = '- Strong SQL skills (Postgres);'
    expect(cutGround(text, { start: 0, end: text.length }, { start: 9, end: 12 })).toBe(
      'Strong SQL skills (Postgres)',
    )
  })

  it('keeps the dot of .NET and the mark of C#', () => {
    expect(cutGround('.NET and C#', { start: 0, end: 11 }, { start: 0, end: 4 })).toBe('.NET and C#')
  })

  it('takes whole words around the alias of a long sentence', () => {
    const text = `${'many words before '.repeat(20)}and Kubernetes ${'many words after '.repeat(20)}`
    const start = text.indexOf('Kubernetes')
    const ground = cutGround(text, { start: 0, end: text.length }, { start, end: start + 10 })
    expect(ground).toContain('and Kubernetes many words')
    expect(ground).toMatch(/^(?:many|words|before)\b.*\b(?:many|words|after)$/)
    expect(ground.length).toBeGreaterThan(80)
  })

  it('is a substring that holds the alias and is 120 long at most', () => {
    const words = fc.array(
      fc.constantFrom('a', 'word', 'longer-word', ', then', 'x'.repeat(90), '(b', '開発'),
      {
        maxLength: 60,
      },
    )
    fc.assert(
      fc.property(words, words, (before, after) => {
        const head = before.join(' ')
        const text = `${head} Kubernetes ${after.join(' ')}`
        const start = head.length + 1
        const ground = cutGround(text, { start: 0, end: text.length }, { start, end: start + 10 })
        expect(ground).toContain('Kubernetes')
        expect(text).toContain(ground)
        expect(ground.length).toBeLessThanOrEqual(MAX_GROUND)
      }),
    )
  })
})
