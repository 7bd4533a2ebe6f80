import { admit } from '../api/admit.ts'
import type { Dependencies } from '../api/dependencies.ts'
import { Fault } from '../api/failure.ts'

/** Counts one more page for a visitor; what has to be said when it is one too many, else null. */
export async function refusePage(
  dependencies: Pick<Dependencies, 'limiters' | 'cookie'>,
  request: Request,
  address: string | null,
): Promise<Fault | null> {
  const { pathname, protocol } = new URL(request.url)
  const isVerification = request.method === 'POST' && pathname.startsWith('/verify')
  const owner = dependencies.cookie.read(request.headers.get('cookie'), protocol === 'https:')
  try {
    await admit(dependencies, isVerification ? 'verify' : 'read', { owner, address })
    return null
  } catch (error) {
    if (error instanceof Fault) return error
    throw error
  }
}
