import { expect, test } from 'vitest'
import type { Report } from './report.ts'
import { toMarkdown } from './to-markdown.ts'

const hostile = 'a | b\n# c <script>alert(1)</script> **d** [e](http://evil.example)'
const anchors = { '1': 'One.', '2': 'Two.', '3': 'Three.', '4': 'Four.' }
const quoted = {
  turnId: 't1',
  quote: hostile,
  startMs: 61_000,
  endMs: 62_000,
  point: 'Says it.',
  polarity: 'for' as const,
}

const report: Report = {
  version: 1,
  id: 'report',
  createdAt: '2026-11-19T14:05:00.000Z',
  level: 'mid',
  track: { id: 'web-fullstack', name: 'Web', confidence: 'high' },
  verdict: 'at',
  overall: 3,
  dimensions: [
    {
      id: 'debugging',
      name: 'Debugging',
      score: 3,
      assessed: true,
      anchors,
      why: 'Why.',
      lift: 'Lift.',
      evidence: [{ ...quoted, snippetId: 'snippet', lines: [4, 4] }],
    },
  ],
  questions: [
    {
      id: 'flags',
      kind: 'scenario',
      title: 'Flags',
      section: 'C',
      asked: ['How?', 'And then?'],
      pointsHeard: [],
      pointsMissed: [{ id: 'a', text: 'Says a.' }],
      subScores: [],
      bestAnswer: '',
    },
  ],
  transcript: [
    { turnId: 't1', speaker: 'candidate', text: hostile, startMs: 61_000, endMs: 62_000, section: 'C' },
  ],
  answerKey: [],
  jd: [
    { competency: 'Flags', ground: hostile, questionId: 'flags', evidence: [quoted], score: 3 },
    { competency: 'Go', ground: '', evidence: [] },
  ],
  moments: [{ turnId: 't1', kind: 'note', startMs: 61_000, note: hostile }],
  plan: [{ text: 'Do this.', dimension: 'debugging', turnIds: [] }],
  prompts: [],
  readings: [],
  grader: { finder: 'built-in', version: '1' },
}
const lines = toMarkdown(report).split('\n')

test('sets the posting in a table whose rows have five cells whatever was said', () => {
  const table = lines.filter((line) => line.startsWith('|'))
  expect(table).toHaveLength(4)
  for (const row of table) expect(row.replaceAll('\\|', '').split('|')).toHaveLength(7)
  expect(table[2]).toContain('| Flags |')
  expect(table[2]).toContain('| 3 of 4 |')
  expect(table[3]).toBe('| Go |  | not asked about |  | not assessed |')
})

test('keeps what was said, pasted and noted in its own line and without markup', () => {
  expect(lines.filter((line) => line.includes('alert(1)'))).toHaveLength(4)
  expect(lines.filter((line) => /^# /.test(line))).toEqual(['# Phone screen report: Web'])
  expect(lines.join('\n')).not.toMatch(/(?<!\\)<script|(?<!\\)\*\*d|(?<!\\)\]\(http/)
})

test('says the bar, the anchors of the score and the one above, and the line of a quote', () => {
  const text = lines.join('\n')
  expect(text).toContain('senior bar, advice for mid level')
  expect(text).toContain('- A 3: Three.\n- A 4: Four.')
  expect(text).toContain('(01:01, line 4)')
  expect(text).toContain('- Asked: How?\n- Asked: And then?')
  expect(text).toContain('1. Do this. (Debugging)')
})
