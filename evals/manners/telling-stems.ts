import { stemmer } from 'stemmer'

/** Words that tell nothing by themselves. */
const plain = new Set(
  `a about after again all also am an and any anything are as at be because been before being but by can could did do does
  doing done down each else even every few first for from get gets give go goes going had has have here how i if in into
  is it its just keep kind know last let like look made make makes many may me mean might more most much must my need
  never new no not nothing now of off on once one only or other our out over own part put really right same say see
  should so some something still such take tell than that the their them then there these they thing things think this
  those through to too two up us use used very want was way we well went were what when where which while who whole why
  will with without work would yes yet you your`.split(/\s+/),
)

const known = new Map<string, ReadonlySet<string>>()

/** Stems of the words that a text is about. */
export function tellingStems(text: string): ReadonlySet<string> {
  const cached = known.get(text)
  if (cached) return cached
  const words =
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}\p{N}]+/gu) ?? []
  const stems = new Set(
    words.filter((word) => word.length > 1 && !plain.has(word)).map((word) => stemmer(word)),
  )
  if (known.size < 100_000) known.set(text, stems)
  return stems
}

/** Which share of what `text` is about stands in `said`; 0 for a text too short to tell. */
export function shareTold(text: string, said: string, least = 6): number {
  const wanted = tellingStems(text)
  if (wanted.size < least) return 0
  const there = tellingStems(said)
  let told = 0
  for (const stem of wanted) if (there.has(stem)) told += 1
  return told / wanted.size
}
