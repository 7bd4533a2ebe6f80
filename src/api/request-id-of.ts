import { randomUUID } from 'node:crypto'

const GIVEN = /^[A-Za-z0-9._-]{8,64}$/
const named = new WeakMap<Request, string>()

/** What a request is called in the log: as a proxy in front named it, or by a new name; the same whenever it is asked for. */
export function requestIdOf(request: Request): string {
  const given = request.headers.get('x-request-id') ?? ''
  const id = named.get(request) ?? (GIVEN.test(given) ? given : randomUUID())
  named.set(request, id)
  return id
}
