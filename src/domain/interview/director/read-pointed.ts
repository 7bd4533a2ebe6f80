import type { Draft } from './draft.ts'
import { reply } from './draft.ts'
import { readLines } from './read-lines.ts'

/** Reads the lines that are selected; without a selection asks which ones. */
export function readPointed(draft: Draft): Draft {
  const { selected, shownSnippets } = draft.state
  if (selected && selected.snippetId === shownSnippets.at(-1))
    return readLines(draft, selected.from, selected.to)
  return reply(draft, 'Which lines? Name them, as in "lines 10 to 20", or select them.')
}
