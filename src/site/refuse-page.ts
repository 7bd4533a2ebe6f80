import { admit } from '../api/admit.ts'
import type { Dependencies } from '../api/dependencies.ts'
import { Fault } from '../api/failure.ts'
import type { LimitName } from '../api/limits.ts'

/** Pages with a limit of their own; what else is sent is counted where it is done. */
const pages: { method?: string; path: RegExp; limit: LimitName }[] = [
  { method: 'POST', path: /^\/verify\/?$/, limit: 'verify' },
  { method: 'POST', path: /^\/operator\/open\/?$/, limit: 'secret' },
  { path: /^\/(shared|move|i)\//, limit: 'link' },
]

/** Counts one more page for a visitor; what has to be said when it is one too many, else null. */
export async function refusePage(
  dependencies: Pick<Dependencies, 'limiters' | 'cookie'>,
  request: Request,
  address: string | null,
): Promise<Fault | null> {
  const { pathname, protocol } = new URL(request.url)
  const owner = dependencies.cookie.read(request.headers.get('cookie'), protocol === 'https:')
  const page = pages.find(
    ({ method, path }) => (method ?? request.method) === request.method && path.test(pathname),
  )
  try {
    await admit(dependencies, page?.limit ?? 'read', { owner, address })
    return null
  } catch (error) {
    if (error instanceof Fault) return error
    throw error
  }
}
