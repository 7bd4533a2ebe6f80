export interface Stretch {
  /** Where it starts in the text. */
  from: number
  text: string
  unsure: boolean
}

/** A text in stretches, those that may have been misheard apart. Ranges outside of it or over another are cut. */
export function splitUnsure(text: string, ranges: readonly (readonly [number, number])[]): Stretch[] {
  const stretches: Stretch[] = []
  const add = (from: number, to: number, unsure: boolean) => {
    if (from < to) stretches.push({ from, text: text.slice(from, to), unsure })
  }
  let read = 0
  for (const [start, end] of ranges.toSorted((one, other) => one[0] - other[0])) {
    const from = Math.max(read, start)
    const to = Math.min(end, text.length)
    if (from >= to) continue
    add(read, from, false)
    add(from, to, true)
    read = to
  }
  add(read, text.length, false)
  return stretches
}
