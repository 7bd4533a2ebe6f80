import type { Draft } from './draft.ts'
import { emit, reply } from './draft.ts'

/** Lines read aloud at once; more is asked for again. */
const MOST_LINES = 12

/** Reads the asked lines of the snippet on screen and marks them. */
export function readLines(draft: Draft, from: number, to: number): Draft {
  const snippetId = draft.state.shownSnippets.at(-1)
  const snippet = draft.sources.bank.snippets.find(({ id }) => id === snippetId)
  if (!snippet) return reply(draft, 'There is no code on the screen yet.')
  const lines = snippet.source.trimEnd().split('\n')
  if (from > lines.length) return reply(draft, `This one ends at line ${lines.length}.`)
  const last = Math.min(to, lines.length, from + MOST_LINES - 1)
  const marked = emit(draft, { kind: 'lines-highlighted', snippetId: snippet.id, from, to: last })
  const read = lines
    .slice(from - 1, last)
    .map((line) => line.trim())
    .filter(Boolean)
  const name = from === last ? `Line ${from}` : `Lines ${from} to ${last}`
  return reply(
    marked,
    read.length ? `${name}: ${read.join(' ')}` : `${name} ${from === last ? 'is' : 'are'} empty.`,
  )
}
