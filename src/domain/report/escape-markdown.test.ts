import fc from 'fast-check'
import { expect, test } from 'vitest'
import { escapeMarkdown } from './escape-markdown.ts'

test.each([
  ['**bold** _it_ `code`', '\\*\\*bold\\*\\* \\_it\\_ \\`code\\`'],
  ['<script>alert(1)</script>', '\\<script\\>alert(1)\\</script\\>'],
  ['[x](javascript:alert(1))', '\\[x\\](javascript\\:alert(1))'],
  ['see https://evil.example', 'see https\\://evil\\.example'],
  ['# heading\n- item', '\\# heading - item'],
  ['- item', '\\- item'],
  ['1. item', '1\\. item'],
  ['Well, it is "fine"; right?', 'Well, it is "fine"; right?'],
])('escapes %j', (text, escaped) => {
  expect(escapeMarkdown(text)).toBe(escaped)
})

test('leaves no line break, bare mark-up character or address in any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const escaped = escapeMarkdown(text)
      expect(escaped).not.toMatch(/[\n\r\u2028\u2029]/)
      expect(escaped.replace(/\\[!-/:-@[-`{-~]/g, '')).not.toMatch(/[\\`*_[\]{}<>&|~#@]/)
    }),
  )
})
