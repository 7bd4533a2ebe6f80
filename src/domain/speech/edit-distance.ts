/** Levenshtein distance: the fewest letters to put in, take out or change to make one text the other. */
export function editDistance(one: string, other: string): number {
  const row = Array.from(other, (_, index) => index + 1)
  for (let at = 0; at < one.length; at += 1) {
    const letter = one.charCodeAt(at)
    let diagonal = at
    let left = at + 1
    for (let column = 0; column < other.length; column += 1) {
      const above = row[column] ?? 0
      const changed = diagonal + (letter === other.charCodeAt(column) ? 0 : 1)
      left = Math.min(changed, above + 1, left + 1)
      row[column] = left
      diagonal = above
    }
  }
  return row.at(-1) ?? one.length
}
