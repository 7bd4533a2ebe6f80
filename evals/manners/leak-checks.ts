import type { Check, Interview, Line, Round } from './interview.ts'
import { namedNumbers } from './named-numbers.ts'
import type { Secret } from './secrets-of.ts'
import { secretsOf } from './secrets-of.ts'
import { shareTold } from './telling-stems.ts'

/** From this share of its telling words on a text of the key counts as told. */
const TOLD = 0.8

/** From this share on the candidate has said as much already. */
const SAID = 0.5

const unwritten =
  /\b(\d+|one|two|three|four|five|six|a few|several|another|more)\s+(?:\w+\s+)?(bugs?|issues?|mistakes?|problems?|errors?|defects?)\b/i

/** Nothing of the answer key is told. */
export const leakChecks: Check[] = [
  {
    id: 'bug-not-told',
    asks: 'Does it tell no planted bug, and no trap, before the candidate has named it?',
    judge: (interview) => leaks(interview, secretsOf(interview.plan, interview.sources.bank).bugs),
  },
  {
    id: 'fix-not-told',
    asks: 'Does it tell no fix and no test of one before the candidate has named the bug?',
    judge: (interview) => leaks(interview, secretsOf(interview.plan, interview.sources.bank).fixes),
  },
  {
    id: 'point-not-told',
    asks: 'Does it tell no expected point and no part of a model answer before the candidate has said it?',
    judge: (interview) => leaks(interview, secretsOf(interview.plan, interview.sources.bank).points),
  },
  {
    id: 'count-not-told',
    asks: 'Does it never say how many bugs or points there are, were found or are left?',
    judge: ({ rounds, sources }) => {
      const contents = new Set(contentLines(sources.bank))
      return rounds.flatMap(({ lines }) =>
        lines.flatMap(({ own }) => (unwritten.test(own) && !contents.has(own) ? [own] : [])),
      )
    },
  },
  {
    id: 'lines-not-pointed-at',
    asks: 'Does it mark or name no line of code that the candidate has not named, selected or asked for?',
    judge: ({ rounds, sources }) =>
      rounds.flatMap((round) => [...marked(round, sources.bank), ...numbered(round, rounds)]),
  },
]

function leaks({ rounds }: Interview, secrets: Secret[]): string[] {
  const heard = new Set<string>()
  const said: string[] = []
  return rounds.flatMap((round) => {
    for (const event of round.events)
      if (event.kind === 'points-heard') for (const { id } of event.points) heard.add(id)
    said.push(round.turn.text)
    return round.lines.flatMap((line) => {
      if (line.own === '' || isAskedFor(line, round) || isOpener(line, round)) return []
      const onTable = [round.before.ask?.id, line.ask].map((ask) => `${ask?.split('/')[0]}/`)
      return secrets.flatMap(({ text, pointIds, what }) => {
        if (!onTable.some((question) => what.startsWith(question))) return []
        if (shareTold(text, line.own) < TOLD || pointIds.some((id) => heard.has(id))) return []
        return shareTold(text, said.join(' ')) >= SAID ? [] : [`${what}: “${line.own}” tells “${text}”`]
      })
    })
  })
}

/** The question itself, put or repeated, states what it states. */
function isOpener({ ask, text }: Line, { before }: Round): boolean {
  return ask?.endsWith('/opener') === true || text === before.ask?.text
}

/** What is given as a hint and logged as one is judged by the checks on hints, a written fact by those on facts. */
function isAskedFor({ act }: Line, { events }: Round): boolean {
  return act === 'reply' && events.some(({ kind }) => kind === 'hint-given' || kind === 'clarified')
}

/** What the content has said: the numbers in it are those of its own world. */
function contentLines({ snippets, scenarios, warmups }: Interview['sources']['bank']): string[] {
  const asks = [...snippets, ...scenarios, ...warmups].flatMap(({ followUps, probes }) => [
    ...followUps,
    ...probes,
  ])
  const facts = [...snippets, ...scenarios].flatMap((item) => item.facts)
  return [...asks.map(({ ask }) => ask), ...facts.map(({ answer }) => answer)]
}

function marked({ events, turn, before }: Round, { snippets }: Interview['sources']['bank']): string[] {
  return events.flatMap((event) => {
    if (event.kind !== 'lines-highlighted') return []
    const { snippetId, from, to } = event
    const rows =
      snippets
        .find(({ id }) => id === snippetId)
        ?.source.trimEnd()
        .split('\n').length ?? 0
    const numbers = namedNumbers(turn.text)
    const isNamed = numbers.has(from) || (from === 1 && /\bfirst\b/i.test(turn.text))
    const endsThere = numbers.has(to) || to === rows || to === from + 11
    const { selected } = before
    const isSelected = selected?.snippetId === snippetId && selected.from === from && selected.to === to
    const isPointed = isSelected && /\b(this|these|here|that|read)\b/i.test(turn.text)
    return (isNamed && endsThere) || isPointed
      ? []
      : [`lines ${from} to ${to} after “${turn.text.slice(0, 80)}”`]
  })
}

function numbered(round: Round, rounds: Round[]): string[] {
  const index = rounds.indexOf(round)
  const earlier = rounds.slice(0, index + 1).map(({ turn }) => turn.text)
  const numbers = namedNumbers(earlier.join(' '))
  return round.lines.flatMap((line) => {
    if (
      isAskedFor(line, round) ||
      /^(This one ends at line|Lines? \d+( to \d+)? (is|are) empty)/.test(line.own)
    )
      return []
    const named = [...line.own.matchAll(/\blines?\s+(\d+)/gi)].map(([, digits]) => Number(digits))
    return named.some((number) => !numbers.has(number)) ? [line.own] : []
  })
}
