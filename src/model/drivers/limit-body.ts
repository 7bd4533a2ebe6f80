/** An answer that is longer than anybody wants to read. */
export class OverlongBody extends Error {
  override name = 'OverlongBody'

  /** Whether it is the error, or what led to it. */
  static isCauseOf(error: unknown): boolean {
    if (error instanceof OverlongBody) return true
    return error instanceof Error && error.cause !== undefined && OverlongBody.isCauseOf(error.cause)
  }
}

/** A `fetch` that follows no redirect and breaks a body off after so many bytes. */
export function limitBody(mostBytes: number): typeof fetch {
  return async (input, init) => {
    const response = await fetch(input, { ...init, redirect: 'error' })
    let left = mostBytes
    const limited = response.body?.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          left -= chunk.byteLength
          if (left < 0) controller.error(new OverlongBody('the answer is too long'))
          else controller.enqueue(chunk)
        },
      }),
    )
    const { status, statusText, headers } = response
    return new Response(limited ?? null, { status, statusText, headers })
  }
}
