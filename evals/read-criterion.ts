/** An expected point as it is written down for markers. */
export interface Criterion {
  text: string
  /** As written; absent where none is. */
  weight?: number
}

const UNIT = String.raw`(?:points?|pts?|marks?|p|%|percent|credits?)`
const NUMBER = String.raw`[+]?(\d+(?:[.,]\d+)?|½|half an?|one|two|three|four|five)`

const AFTER = String.raw`(?:\s+(?:is |are )?(?:each|given|awarded|for|if|when)\b)?\s*[:.–-]?`

/** Where a weight may stand, the surest first: "(2 marks)", "[3]", "1 point: ...", "... - 2 pts", "... worth 3", "+1 ...". */
const places = [
  String.raw`[([{]\s*(?:up to |max(?:imum)? |worth )?${NUMBER}\s*-?${UNIT}?(?:\s*(?:each|max|total))?\s*[)\]}]`,
  String.raw`^\s*${NUMBER}\s*-?${UNIT}(?!\p{L})${AFTER}`,
  String.raw`[–,;:.-]?\s*${NUMBER}\s*-?(?!%|percent)${UNIT}\s*[.)]?\s*$`,
  String.raw`\b(?:worth|weight|score|marks?|points?)\s*[:=]?\s*${NUMBER}\s*$`,
  String.raw`[:=–-]\s*${NUMBER}\s*$`,
  String.raw`^\s*\+\s*${NUMBER}\b\s*:?`,
].map((place) => new RegExp(place, 'iu'))

const words: Record<string, number> = { '½': 0.5, half: 0.5, one: 1, two: 2, three: 3, four: 4, five: 5 }

/** "1.", "a)", "(iii)", "-", "•" and the like before a criterion. */
const BULLET =
  /^\s*(?:(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)](?=\s|\p{L})|\((?:\d{1,2}|[a-z]|[ivx]{1,4})\)|[-–•*·▪])\s*/iu

/** What a marker is told to do, which no answer says: "For correct ...", "The student explains that ...". */
const TOLD =
  /^(?:(?:award|give|deduct|full|credit|for|if|when|the|a|an|student|answer|response|correct|correctly|clearly|properly|accurate|accurately|point(?:s|ing)? out|mention(?:s|ed|ing)?|state[sd]?|stating|explain(?:s|ed|ing)?|explanation|identif(?:y|ies|ied|ying)|describe[sd]?|describing|description|give[sn]?|giving|name[sd]?|naming|note[sd]?|noting|recogni[sz](?:e|es|ed|ing)|indicate[sd]?|indicating|show(?:s|ed|ing)?|understand(?:s|ing)?|demonstrate[sd]?|demonstrating|should|must|that|of|and|about|how|why)\s+)+(?=\S)/iu

/** Reads a criterion: its bullet and its weight are taken off, and so is what it tells the marker to do. */
export function readCriterion(written: string): Criterion {
  const line = written.replace(BULLET, '')
  const match = places.map((place) => place.exec(line)).find((found) => found !== null)
  const bare = (match ? `${line.slice(0, match.index)} ${line.slice(match.index + match[0].length)}` : line)
    .replace(/\s+/g, ' ')
    .replace(/^[\s:.,;–-]+|[\s:;–-]+$/gu, '')
  const text = bare.replace(TOLD, '') || bare || written
  const weight = match?.[1] === undefined ? undefined : readWeight(match[1])
  return weight !== undefined && weight > 0 ? { text, weight } : { text }
}

function readWeight(number: string): number {
  return words[number.toLowerCase().split(' ')[0] ?? ''] ?? Number(number.replace(',', '.'))
}
