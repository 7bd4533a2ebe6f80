import { describe, expect, it } from 'vitest'
import { splitWords } from './split-words.ts'

function fold(text: string, known?: ReadonlySet<string>): string[] {
  return splitWords(text, known).map((word) => word.folded)
}

describe('splitWords', () => {
  it('keeps the marks of C#, C++, F# and .NET, and no others', () => {
    expect(fold('C#, C++ or F# on .NET, not #1')).toEqual(['c#', 'c++', 'or', 'f#', 'on', '.net', 'not', '1'])
    expect(fold('ASP.NET')).toEqual(['asp', 'net'])
  })

  it('makes one of singular and plural', () => {
    for (const [one, many] of [
      ['query', 'Queries'],
      ['cache', 'caches'],
      ['box', 'boxes'],
      ['API', 'APIs'],
    ]) {
      expect(fold(one ?? '')).toEqual(fold(many ?? ''))
    }
    expect(fold('Redis status process AWS')).toEqual(['redis', 'status', 'process', 'aws'])
  })

  it('ends a Latin word where another script begins', () => {
    expect(fold('TypeScriptを使った開発')).toEqual(['typescript', 'を使った開発'])
  })

  it('unifies full-width letters', () => {
    expect(fold('ＡＷＳ')).toEqual(['aws'])
  })

  it('splits a run-together word that is not known', () => {
    const known = new Set(['javascript', 'react'])
    expect(fold('JavaScriptReact engineerYou', known)).toEqual(['java', 'script', 'react', 'engineer', 'you'])
    expect(fold('JavaScript', known)).toEqual(['javascript'])
  })

  it('says which words belong together, with offsets into the text', () => {
    const text = 'CI / CD, load-balancing. Redis\ncache'
    const words = splitWords(text)
    expect(words.map(({ start, end }) => text.slice(start, end))).toEqual([
      'CI',
      'CD',
      'load',
      'balancing',
      'Redis',
      'cache',
    ])
    expect(words.map(({ joined }) => joined)).toEqual([false, true, false, true, false, false])
  })
})
