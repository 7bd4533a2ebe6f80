import { expect, test } from 'vitest'
import { splitHighlighted } from './split-highlighted.ts'

const line = (html: string) => `<span class="line">${html}</span>`

test('takes each line out of its span and keeps the tokens in it', () => {
  const html = [line('<span class="k">const</span> a = 1'), line(''), line('b()')].join('\n')
  expect(splitHighlighted(html, 'const a = 1\n\nb()\n')).toEqual([
    '<span class="k">const</span> a = 1',
    '',
    'b()',
  ])
})

test('refuses lines that do not match the source', () => {
  expect(() => splitHighlighted(line('a'), 'a\nb')).toThrow('1 lines where its source has 2')
})
