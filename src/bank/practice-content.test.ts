import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { Bank } from '../domain/catalog/bank.ts'
import { BugKind, bugClasses } from '../domain/catalog/bug-kind.ts'
import { findDrill } from '../domain/interview/find-drill.ts'
import { readBank } from './read-bank.ts'

const raw = readBank(fileURLToPath(new URL('../content', import.meta.url)))
const bank: Bank = { ...raw, snippets: raw.snippets.map((snippet) => ({ ...snippet, html: '' })) }
const hidden = bank.snippets.filter((snippet) => !snippet.public)
const issuePoints = hidden.flatMap((snippet) =>
  snippet.issues.map(({ id, finding }) => ({ snippet, pointId: finding.id, issueId: id })),
)

test('every kind of bug is of exactly one class', () => {
  const all = bugClasses.flatMap(({ kinds }) => kinds)
  expect(all.toSorted()).toEqual(BugKind.options.toSorted())
})

test('a missed bug is drilled on other, unseen, hidden code that has its kind or its class', () => {
  expect(issuePoints.length).toBeGreaterThan(20)
  for (const { snippet, pointId, issueId } of issuePoints) {
    const kind = snippet.issues.find(({ id }) => id === issueId)?.kind
    const drill = findDrill(bank, snippet.id, pointId, new Set([snippet.id]))
    if (!drill) continue
    const other = hidden.find(({ id }) => id === drill.questionId)
    expect(drill.questionId).not.toBe(snippet.id)
    const kinds = drill.pointIds.map((id) => other?.issues.find(({ finding }) => finding.id === id)?.kind)
    const own = bugClasses.find((each) => each.kinds.some((item) => item === kind))
    expect(kinds.length).toBeGreaterThan(0)
    expect(kinds.every((item) => own?.kinds.some((known) => known === item))).toBe(true)
  }
})

test('a missed part of a design answer is drilled on another scenario with points of that part alone', () => {
  for (const scenario of bank.scenarios.filter((item) => !item.public))
    for (const { id: pointId, sub } of scenario.points) {
      const drill = findDrill(bank, scenario.id, pointId, new Set([scenario.id]))
      const other = bank.scenarios.find(({ id }) => id === drill?.questionId)
      expect([scenario.id, pointId, other?.public]).toEqual([scenario.id, pointId, false])
      expect(
        other?.points.filter(({ id }) => drill?.pointIds.includes(id)).map((point) => point.sub),
      ).toEqual(drill?.pointIds.map(() => sub))
    }
})

test('there is no drill once all has been seen, of a point that nobody knows, or of an extra ask', () => {
  const seen = new Set([...bank.snippets, ...bank.scenarios].map(({ id }) => id))
  const [first] = issuePoints
  expect(first && findDrill(bank, first.snippet.id, first.pointId, seen)).toBeUndefined()
  expect(first && findDrill(bank, first.snippet.id, 'no-such-point', new Set())).toBeUndefined()
  const probe = hidden[0]?.probes[0]
  expect(findDrill(bank, hidden[0]?.id ?? '', `${probe?.id}/0`, new Set())).toBeUndefined()
})
