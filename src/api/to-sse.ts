/** A server-sent event as it goes over the wire. `data` is JSON, so it never holds a bare newline. */
export function toSse(event: string, data: unknown): string {
  return `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`
}
