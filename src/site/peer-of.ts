/** The other end of a request's connection; null where the server cannot tell it, and then throws when it is asked. */
export function peerOf(context: { readonly clientAddress: string }): string | null {
  try {
    return context.clientAddress
  } catch {
    return null
  }
}
