import type { SnippetView } from '../../wire/sessions.ts'
import type { Dependencies } from '../dependencies.ts'
import { Fault } from '../failure.ts'

/**
 * A snippet that was shown in a session, for its owner: code and log, never the key.
 * @throws Fault `not-found`, also for one that has not been shown yet.
 */
export async function readSnippet(
  { bank, sessions }: Dependencies,
  id: string,
  ownerId: string | undefined,
  snippetId: string,
): Promise<SnippetView> {
  const { state } = await sessions.own(id, ownerId)
  const snippet = bank.snippets.find((item) => item.id === snippetId)
  if (!snippet || !state.shownSnippets.includes(snippetId)) {
    throw new Fault('not-found', 'There is no such snippet in this session.')
  }
  const { html, source: text, language, logText } = snippet
  return { html, text, language, ...(logText === undefined ? {} : { log: logText }) }
}
