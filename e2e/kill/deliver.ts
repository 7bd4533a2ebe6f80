import assert from 'node:assert/strict'
import type { Said, Table } from './table.ts'
import { Unavailable } from './unavailable.ts'

/**
 * Sends something and gives the whole answer. `begun` is called when its first bytes are there.
 * @throws TypeError when the connection breaks. @throws Unavailable when the store did not answer. @throws AssertionError when the server refuses or stops short.
 */
export async function deliver(
  { client, sessionId }: Pick<Table, 'client' | 'sessionId'>,
  said: Said,
  begun: () => void = () => undefined,
): Promise<string> {
  const { path, body } = requestOf(said)
  const response = await client.send('POST', `/api/sessions/${sessionId}/${path}`, body)
  if (response.status === 503) throw new Unavailable(await response.text())
  if (response.status !== 200) assert.fail(`${said.kind} ${said.id} was refused: ${await response.text()}`)
  begun()
  const answer = await response.text()
  if (said.kind === 'turn') assert.match(answer, /^event: done$/m, `the answer to ${said.id} broke off`)
  return answer
}

function requestOf({ kind, id, text }: Said): { path: string; body?: object } {
  switch (kind) {
    case 'turn':
      return { path: 'turns', body: { turnId: id, text } }
    case 'note':
      return { path: 'events', body: { kind, text, eventId: id } }
    case 'hold':
      return { path: 'events', body: { kind, on: text === 'on', eventId: id } }
    case 'finish':
      return { path: 'finish' }
  }
}
