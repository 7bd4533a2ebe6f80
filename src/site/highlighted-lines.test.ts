import { expect, test } from 'vitest'
import { highlightedLines } from './highlighted-lines.ts'

const line = (html: string) => `<span class="line">${html}</span>`

test('takes each line out of its span and keeps the tokens in it', () => {
  const html = [line('<span class="k">const</span> a = 1'), line(''), line('b()')].join('\n')
  expect(highlightedLines({ html, source: 'const a = 1\n\nb()\n' })).toEqual([
    '<span class="k">const</span> a = 1',
    '',
    'b()',
  ])
})

test('refuses lines that do not match the source', () => {
  expect(() => highlightedLines({ html: line('a'), source: 'a\nb' })).toThrow(
    '1 lines where its source has 2',
  )
})
