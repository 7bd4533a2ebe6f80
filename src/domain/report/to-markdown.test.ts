import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildTree } from './markdown/build-tree.ts'
import { cleanCode } from './markdown/clean-code.ts'
import { cleanText } from './markdown/clean-text.ts'
import { filledReport } from './markdown/filled-report-fixture.ts'
import { bareTree, nodesIn, parseMarkdown, wordsOf } from './markdown/tree-fixture.ts'
import type { Report } from './report.ts'
import { toMarkdown } from './to-markdown.ts'

const hostile = [
  '# heading',
  '- item\n- item\n\n1. one\n2) two\n+ plus',
  'setext\n===\n\nsetext\n---',
  '***\n\n---\n\n___',
  '> quote\n>> deeper\n> [!WARNING]',
  '    code\n\n\tcode',
  '```js\ncode\n```\n~~~\ncode',
  '`````````````````````` ` `` ``` \\` \\\\`',
  '**bold** __bold__ *em* _em_ ~~gone~~ ~gone~ snake_case_name 2*3*4 ***a**b*',
  '[link](https://evil.example "title") [ref][a] [a] [a]: https://evil.example',
  '![picture](https://evil.example/a.png) ![][a] !\\[a](b)',
  '[^1] [^1]: a footnote ^[inline] x^2^ H~2~O',
  '[ ] task [x] task',
  'a | b\n- | -\nc | d',
  '| a | b |\n| :- | -: |\n\\| \\\\| | \\',
  '<script>alert(1)</script> <b onclick="x">b</b> <!-- a --> <?php ?> <![CDATA[a]]> <!doctype html>',
  '<https://evil.example> <me@mail.example> <a@b.c>',
  'https://evil.example http://evil.example/a_b(c)?d=1&amp;e#f HTTPS://EVIL.EXAMPLE. ftp://evil.example',
  'www.evil.example WWW.evil.example (www.evil.example) _www.evil.example_ www.',
  'me@mail.example me+tag@mail.example.org a.b-c_d@e-f.gh, a@.bc a@b.-c mailto:me@mail.example xmpp:me@mail.example/a',
  '//evil.example evil.example main.py req.body.id javascript:alert(1) data:text/html,a',
  '&lt;b&gt; &amp;amp; &copy; &#35; &#x23; &nbsp; &notanentity; &',
  '$a$ $$b$$ \\(c\\) \\[d\\] $5 and $6',
  '\\ \\\\ \\# \\* a\\\nb\\',
  'line  \nbreak\\\nbreak\r\nnext\rnext\u2028next\u2029next\u0085next',
  '\u00a0\u2003\u3000 wide \ufeff spaces\t\v\f ',
  '\u0000\u0001\u001b[31m\u007f\u009b red',
  '\ud800 \udc00 \ud83d\u0000\ude00 halves',
  '\u202egnp.exe\u202c \u2066a\u2069 \u200eb\u200f pass\u200bword \u00adsoft \u2060joiner \u180e',
  '👩‍👩‍👧‍👦 🏳️‍🌈 ✍🏽 ﷽ e\u0301 Z\u0351\u036b\u0343 \u0646\u200c\u0647 क्‍ष 日本語。',
  '\u{e0061}\u{e0062}\u{f0000}\ufffe\uffff\ufffd',
  '{{ liquid }} {% raw %} {expression} <%= erb %> #{ruby} ${js} :smile: @octocat #123',
  '#hash ###### six ####### seven # closing #',
  'plain',
  'a',
  '',
  ' ',
  '.',
  '-',
  '#',
  '|',
  '\\',
  '`',
  '*',
  '!',
  ':',
  '1.',
  '[',
]

const pieces = [
  ...hostile,
  ...'\\`*_{}[]()#+-.!|<>~^$&@:;="\'/%?, \n\t\r\u0000\u00a0\u2028\u2029\u200b\u200d\u2060\ude00\ud83d\u0301\ufe0f',
  ...'http https: // :// www www. .com evil.example a@b @b.co mailto: xmpp: a B 7 é ß 語 👍 🏽 … “ —'.split(
    ' ',
  ),
  ...'** __ ~~ ]( ![ [^ ]: <a </ <!-- --> &amp &# 1) \n\n \r\n'.split(' '),
  ...['| -', '- [ ] ', '  '],
]

/** Strings that lean towards everything that means something to Markdown, HTML and finders of addresses. */
const anyText = fc
  .array(
    fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...pieces) },
      { weight: 1, arbitrary: fc.integer({ min: 1, max: 60 }).map((length) => '`'.repeat(length)) },
      {
        weight: 3,
        arbitrary: fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code)),
      },
      { weight: 3, arbitrary: fc.integer({ min: 0, max: 0x2fff }).map((code) => String.fromCharCode(code)) },
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''))

/** A report with these texts in its fields, in turn, and the texts that it took. */
function reportOf(texts: readonly string[]): { report: Report; taken: string[] } {
  const taken: string[] = []
  const report = filledReport(() => {
    const text = texts[taken.length % texts.length] ?? ''
    taken.push(text)
    return text
  })
  return { report, taken }
}

/** How many texts one report takes. */
const FIELDS = reportOf(['plain']).taken.length

const parsed = (report: Report) => bareTree(parseMarkdown(toMarkdown(report)))

test.each([...hostile.entries()])(
  'is read back as the tree it was written from, hostile text %i',
  (_, text) => {
    const { report } = reportOf([text])
    expect(parsed(report)).toEqual(bareTree(buildTree(report)))
  },
)

test('is read back as the tree it was written from, whatever was said', () => {
  fc.assert(
    fc.property(fc.array(anyText, { minLength: FIELDS, maxLength: FIELDS }), (texts) => {
      const { report } = reportOf(texts)
      expect(parsed(report)).toEqual(bareTree(buildTree(report)))
    }),
    { numRuns: 12 },
  )
})

test('is read back as the tree it was written from when there is nothing to say', () => {
  const none = { questions: [], transcript: [], answerKey: [], jd: [], moments: [], plan: [], prompts: [] }
  const { report } = reportOf([''])
  const silent: Report = { ...report, ...none, readings: [], overall: null, verdict: 'not-enough-evidence' }
  expect(parsed(silent)).toEqual(bareTree(buildTree(silent)))
  expect(toMarkdown(silent)).toContain('overall not scored · not enough evidence')
  expect(toMarkdown(silent)).not.toMatch(/Readings|Job description|Answer key|Question by question|Moments/)
})

test('holds every text of the report, cleaned, each paragraph in one piece', () => {
  const texts = Array.from(
    { length: FIELDS },
    (_, index) => `${index} ${hostile[index % hostile.length]} ${index}.`,
  )
  const { report, taken } = reportOf(texts)
  const words = nodesIn(parsed(report)).map(wordsOf).join('\n')
  const parts = taken.flatMap((text) => text.split(/\n\s*\n/))
  expect(
    parts.filter((part) => ![cleanText(part), cleanCode(part)].some((text) => words.includes(text))),
  ).toEqual([])
})

test('holds every score and every quote with its time and lines', () => {
  const { report } = reportOf(hostile)
  const tree = parsed(report)
  const words = nodesIn(tree).map(wordsOf)
  expect(words[0]).toContain('overall 2.5 of 4 · at the bar')
  for (const { name, score, evidence } of report.dimensions) {
    expect(words).toContain(cleanText(`${name}: ${score === null ? 'not assessed' : `${score} of 4`}`))
    for (const { quote, point, polarity } of evidence) {
      const where = polarity === 'for' ? '01:01, line 4' : '01:01, lines 4-9'
      const side = polarity === 'for' ? 'For' : 'Against'
      expect(words).toContain(cleanText(`${side}: ${point} (${where}) "${quote}"`))
    }
  }
  const [, ...rows] = nodesIn(tree).filter(({ type }) => type === 'tableRow')
  expect(rows.map((row) => ('children' in row ? row.children.map(wordsOf) : []))).toEqual(
    report.jd.map(({ competency, ground, questionId, evidence, score }) => [
      cleanText(competency),
      cleanText(ground),
      cleanText(report.questions.find(({ id }) => id === questionId)?.title ?? 'not asked about'),
      cleanText(evidence.map(({ quote }) => `01:01 "${quote}"`).join(' ')),
      score === undefined ? 'not assessed' : `${score} of 4`,
    ]),
  )
})

test('holds nothing but headings, text, lists, one table, diffs and the links of readings', () => {
  const { report } = reportOf(hostile)
  const nodes = nodesIn(parsed(report))
  expect([...new Set(nodes.map(({ type }) => type))].toSorted()).toEqual([
    ...['code', 'heading', 'link', 'list', 'listItem', 'paragraph', 'root', 'strong'],
    ...['table', 'tableCell', 'tableRow', 'text'],
  ])
  const urls = nodes.flatMap((node) => (node.type === 'link' ? [node.url] : []))
  expect(urls).toEqual(['https://reading.example/a_b(c)?d=1&amp=[e]#f'])
  expect(nodes.filter(({ type }) => type === 'table')).toHaveLength(1)
  expect(nodes.filter((node) => node.type === 'heading' && node.depth === 1)).toHaveLength(1)
})

test('reads well as it is written', () => {
  const markdown = toMarkdown(reportOf(['It is 3.5 (or "4"); see `a_b`, a < b && c > d, x - y: 50%.']).report)
  const said = 'It is 3.5 (or "4"); see \\`a_b\\`, a < b && c > d, x - y: 50%.'
  for (const text of [
    `# Phone screen report: ${said}\n\n2026-11-19T14:05:00.000Z · senior bar, advice for mid level · overall 2.5 of 4 · at the bar\n`,
    `Graded by the ${said} finder, version ${said}. The overall moves by up to 0.5 with one question left out. Times are from the start of the interview. Limits: ${said}\n`,
    `\n### ${said}: 3 of 4\n\n${said}\n\n- For: ${said} (01:01, line 4) "${said}"\n- Against: ${said} (01:01, lines 4-9) "${said}"\n`,
    `\n**To lift it:** ${said}\n\n- A 3: ${said}\n- A 4: ${said}\n`,
    `\n**To keep it:** ${said}\n\n- A 4: ${said}\n`,
    `\n## Action plan\n\n1. ${said} (${said}; at 01:00, 02:00)\n2. ${said} (${said})\n`,
    `| ${said} | ${said} | not asked about | | not assessed |\n`,
    `\nFound unaided, line 2 of ${said}, at 01:01\n`,
    '\nMissed, lines 2-4\n',
    `\n${said} 3 · ${said} not assessed\n\n- Asked: ${said}\n`,
    `\n- Heard in part: ${said}\n- Missed: ${said}\n\n**An answer at level 4:** ${said}\n`,
    `\n- 01:01 Marked by you\n- 01:01 Your note: ${said}\n`,
    `\n**02:00 You:** ${said}\n\n- Edited by the candidate. Shown, not scored: ${said}\n`,
    `\n**It read:** ${said}\n\n**The edit:** ${said}\n\n- ${said}, ${said}: 2 → 3\n`,
    `\n**03:00 Interviewer:** ${said} –\n\n- Interrupted here. The line went on: ${said}\n`,
  ])
    expect(markdown).toContain(text)
})

test('escapes what is markup or an address to other renderers than those of GFM, in text alone', () => {
  const { report } = reportOf(['$a$ x^2^ {b} evil.example me@mail.example 3.5 e.g. @c'])
  const markdown = toMarkdown(report)
  expect(markdown).toContain(
    '\\$a\\$ x\\^2\\^ \\{b} evil\\.example me\\@\u2060mail\\.example 3.5 e\\.g. @c\n',
  )
  expect(markdown).toContain('+$a$ x^2^ {b} evil.example me@mail.example 3.5 e.g. @c\n')
  expect(markdown).toContain('](https://reading.example/')
})
