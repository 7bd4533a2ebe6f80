import { expect, test } from 'vitest'
import { diff, link, list, paragraph, paragraphs } from './tree-parts.ts'
import { wordsOf } from './tree-fixture.ts'

test('keeps the paragraphs of a text, the first behind its label', () => {
  const made = paragraphs('\n one\nline \r\n \r\n\r\n two \u0000\n\n \u200b \n\n', 'Label:')
  expect(made.map(wordsOf)).toEqual(['Label: one line', 'two'])
  expect(made.map(({ children }) => children[0]?.type)).toEqual(['strong', 'text'])
  expect(paragraphs('one').map(wordsOf)).toEqual(['one'])
})

test('makes no node that a parser would not give back', () => {
  expect([...paragraph(' \u200b'), ...paragraphs(''), ...list([' ', '']), ...diff('\n\n')]).toEqual([])
  expect(list(['', 'a']).map(wordsOf)).toEqual(['a'])
})

test.each([
  ['https://a.example/b?c#d', 'link'],
  ['http://a.example', 'text'],
  ['javascript:alert(1)', 'text'],
  ['https://a.example/b c', 'text'],
  ['HTTPS://a.example\n', 'text'],
])('makes of %j a %s', (url, type) => {
  expect(link('Title', url).map((node) => node.type)).toEqual([type])
})
