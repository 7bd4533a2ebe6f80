/** Fewest words of a part that can be a point of its own. */
const SHORTEST = 3

/** A line that only heads what follows. */
const HEADING = /:\s*$/

const BULLET = /^\s*(?:\d{1,2}[.)]|\(?[a-z]\)|[ivx]{1,4}\)|[-–•●○*·▪])\s*/iu

/**
 * The expected points in a reference answer: its lines, and in them its sentences. A heading goes to each line below it,
 * and what is too short to be a point to the one before.
 */
export function splitReference(reference: string): string[] {
  const points: string[] = []
  for (const line of reference.split('\n').map((written) => written.replace(BULLET, '').trim())) {
    if (line === '' || (HEADING.test(line) && points.length + 1 < reference.split('\n').length)) continue
    for (const sentence of line.split(/(?<=[.!?;])\s+(?=\S)/u)) {
      const last = points.length - 1
      if (countWords(sentence) < SHORTEST && last >= 0) points[last] = `${points[last]} ${sentence}`
      else points.push(sentence)
    }
  }
  return points.length > 0 ? points : [reference]
}

function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}
