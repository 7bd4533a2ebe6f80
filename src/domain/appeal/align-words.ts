/** Words [from, to) of one list that stand in place of words [from, to) of the other; one of the two may be empty. */
export interface Change {
  heard: [number, number]
  said: [number, number]
}

/**
 * Where two lists of words differ: the runs that a shortest script of insertions and deletions touches, in order
 * (Myers 1986, "An O(ND) Difference Algorithm"). Undefined when it has more than `most` steps; the time is
 * proportional to the words times `most`.
 */
export function alignWords(
  heard: readonly string[],
  said: readonly string[],
  most: number,
): Change[] | undefined {
  const rounds: Int32Array[] = []
  const width = most + 2
  let reached = new Int32Array(2 * width + 1)
  for (let steps = 0; steps <= most; steps += 1) {
    const next = Int32Array.from(reached)
    for (let diagonal = -steps; diagonal <= steps; diagonal += 2) {
      let x = firstOf(reached, width, diagonal, steps)
      while (x < heard.length && x - diagonal < said.length && heard[x] === said[x - diagonal]) x += 1
      next[width + diagonal] = x
      if (x < heard.length || x - diagonal < said.length) continue
      return toChanges([...rounds, reached], width, heard.length, said.length)
    }
    rounds.push(reached)
    reached = next
  }
  return undefined
}

/** How far a diagonal begins: one word on from the neighbour that reached farther. */
function firstOf(reached: Int32Array, width: number, diagonal: number, steps: number): number {
  if (steps === 0) return 0
  const above = reached[width + diagonal + 1] ?? 0
  const left = reached[width + diagonal - 1] ?? 0
  return goesDown(diagonal, steps, left, above) ? above : left + 1
}

function goesDown(diagonal: number, steps: number, left: number, above: number): boolean {
  return diagonal === -steps || (diagonal !== steps && left < above)
}

/** Walks back from the ends of both lists and joins steps that touch. */
function toChanges(rounds: readonly Int32Array[], width: number, x: number, y: number): Change[] {
  const changes: Change[] = []
  for (let steps = rounds.length - 1; steps > 0; steps -= 1) {
    const reached = rounds[steps] ?? new Int32Array()
    const diagonal = x - y
    const above = reached[width + diagonal + 1] ?? 0
    const left = reached[width + diagonal - 1] ?? 0
    const down = goesDown(diagonal, steps, left, above)
    const from = down ? above : left
    const before = { x: from, y: from - (down ? diagonal + 1 : diagonal - 1) }
    const step: Change = {
      heard: [before.x, down ? before.x : before.x + 1],
      said: [before.y, down ? before.y + 1 : before.y],
    }
    const last = changes[0]
    if (last && last.heard[0] === step.heard[1] && last.said[0] === step.said[1]) {
      changes[0] = { heard: [step.heard[0], last.heard[1]], said: [step.said[0], last.said[1]] }
    } else changes.unshift(step)
    x = before.x
    y = before.y
  }
  return changes
}
