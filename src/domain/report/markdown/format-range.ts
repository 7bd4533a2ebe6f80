/** `line 4`, or `lines 4-6`. */
export function formatRange([from, to]: readonly [number, number]): string {
  return from === to ? `line ${from}` : `lines ${from}-${to}`
}
