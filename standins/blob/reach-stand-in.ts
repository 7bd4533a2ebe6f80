import { Agent, setGlobalDispatcher } from 'undici'
import { BLOB_HOST_HEADER } from './blob-host-header.ts'

type Options = Parameters<Agent['dispatch']>[0]
type Handler = Parameters<Agent['dispatch']>[1]

/** Brings what the client asks of a store's own host, which no setting moves, to the stand-in instead. */
class ReachStandIn extends Agent {
  override dispatch(options: Options, handler: Handler): boolean {
    const standIn = process.env['VERCEL_BLOB_API_URL']
    const { hostname } = new URL(String(options.origin))
    if (!standIn || !hostname.endsWith('.blob.vercel-storage.com')) return super.dispatch(options, handler)
    const headers = { ...headersOf(options.headers), [BLOB_HOST_HEADER]: hostname }
    return super.dispatch({ ...options, origin: standIn, headers }, handler)
  }
}

function headersOf(headers: Options['headers']): Record<string, string> {
  if (!Array.isArray(headers)) return { ...(headers as Record<string, string>) }
  return Object.fromEntries(
    headers.flatMap((name, at) => (at % 2 === 0 ? [[name, headers[at + 1] ?? '']] : [])),
  )
}

/** For a process that uses the stand-in at VERCEL_BLOB_API_URL: `node --import ./standins/blob/reach-stand-in.ts`. */
setGlobalDispatcher(new ReachStandIn())
