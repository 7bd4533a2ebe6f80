import { listBefore, splitClauses } from './split-clauses.ts'
import type { Span } from './split-clauses.ts'

const PLUS =
  '(?:plus|bonus|advantage|asset|nice[- ]to[- ]haves?|desirable|desired|preferred|beneficial|welcome|helpful' +
  '|favou?rable|optional|ideal)'
const MAY_BE_EXTRA = new RegExp(
  `${PLUS}|nice|ideally|prefer|extra credit|great if|von vorteil|wünschenswert|un plus|deseable|valora`,
  'i',
)
/** "Go is a plus", "Go preferred", "(a bonus)": ends the clause. */
const SAID_AFTER = new RegExp(
  `(?:\\b(?:is|are|be|as|considered|highly|an?)\\s(?:[a-z]+\\s){0,2}|^\\s*)${PLUS}[\\s.!]*$` +
    '|\\b(?:preferred|desirable|desired|optional|welcome)[\\s.!]*$',
  'i',
)
const SEVERAL = new RegExp(`\\bare (?:[a-z]+ ){0,3}${PLUS}`, 'i')
/** "Nice to have: Go", "ideally some Go": opens what is an extra. */
const SAID_BEFORE = new RegExp(
  '^\\s*(?:(?:as )?an? )?(?:(?:big |major |huge )?bonus(?: points)?|nice(?:[- ]to[- ]have)?(?: if)?|ideally' +
    '|prefer(?:ably|red)|desirable|optional(?:ly)?|plus(?:es)?|extra credit' +
    "|it(?:['’]s| is| would be) (?:an? )?(?:plus|bonus|nice|great|good) (?:if|to)" +
    '|von vorteil|wünschenswert|idéalement|deseable|se valora(?:rá)?)(?=[\\s:,]|$)',
  'iu',
)

/**
 * The stretches of a sentence that it says would be nice to have, by their offsets in the text it was taken
 * from, where it begins at `from`.
 */
export function findExtras(sentence: string, from: number): Span[] {
  if (!MAY_BE_EXTRA.test(sentence)) return []
  const clauses = splitClauses(sentence)
  const spans: Span[] = []
  const add = ({ start, end }: Span): void => void spans.push({ start: from + start, end: from + end })
  let running = false
  for (const [index, clause] of clauses.entries()) {
    const words = sentence.slice(clause.start, clause.end)
    const after = SAID_AFTER.test(words)
    const isAlone = SAID_AFTER.exec(words)?.index === 0
    const opens = SAID_BEFORE.test(words) && !(isAlone && sentence[clause.end] !== ':')
    running = (running && !clause.turns) || opens
    if (running || after) add(clause)
    if (after && (isAlone || SEVERAL.test(words))) listBefore(sentence, clauses, index).forEach(add)
  }
  return spans.sort((a, b) => a.start - b.start || b.end - a.end)
}
