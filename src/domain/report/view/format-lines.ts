/** `L41–47` for a range of lines, `L45` for one. */
export function formatLines([from, to]: readonly [number, number]): string {
  return from === to ? `L${from}` : `L${from}–${to}`
}
