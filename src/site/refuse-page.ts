import { admit } from '../api/admit.ts'
import type { Dependencies } from '../api/dependencies.ts'
import { Fault } from '../api/failure.ts'
import type { LimitName } from '../api/limits.ts'

/** Forms with a limit of their own; what else is sent is counted where it is done. */
const forms: Readonly<Record<string, LimitName>> = { '/verify': 'verify', '/operator/open': 'secret' }

/** Counts one more page for a visitor; what has to be said when it is one too many, else null. */
export async function refusePage(
  dependencies: Pick<Dependencies, 'limiters' | 'cookie'>,
  request: Request,
  address: string | null,
): Promise<Fault | null> {
  const { pathname, protocol } = new URL(request.url)
  const owner = dependencies.cookie.read(request.headers.get('cookie'), protocol === 'https:')
  try {
    await admit(
      dependencies,
      request.method === 'POST' ? (forms[pathname.replace(/\/$/, '')] ?? 'read') : 'read',
      { owner, address },
    )
    return null
  } catch (error) {
    if (error instanceof Fault) return error
    throw error
  }
}
