import type { BankSnippet } from '../../src/domain/catalog/bank.ts'
import type { Check, EventOf, Interview } from './interview.ts'
import { shareTold } from './telling-stems.ts'

/** Hints of planted bugs: in coaching mode, one at a time, when asked for. */
export const hintChecks: Check[] = [
  {
    id: 'hint-asked-for',
    asks: 'Is every hint one that the candidate has asked for?',
    judge: ({ rounds }) =>
      rounds.flatMap(({ events, turn }) =>
        turn.means !== 'hint' && events.some(({ kind }) => kind === 'hint-given')
          ? [`after “${turn.text}”`]
          : [],
      ),
  },
  {
    id: 'hint-in-coaching-only',
    asks: 'Are hints given and offered in coaching mode only?',
    judge: ({ plan, rounds }) => {
      if (plan.level === 'mid') return []
      return rounds.flatMap(({ events, lines }) => [
        ...events.flatMap((event) =>
          event.kind === 'hint-given' ? [`${event.issueId}, tier ${event.tier}`] : [],
        ),
        ...lines.flatMap(({ own }) => (/\b(give|offer|have|take)\b[^.?]*\bhint/i.test(own) ? [own] : [])),
      ])
    },
  },
  {
    id: 'hint-next-tier',
    asks: 'Is every hint the next of three, of a bug that has not been found?',
    judge: judgeTiers,
  },
  {
    id: 'hint-as-written',
    asks: 'Is every hint in the words of the content, and logged, so that the report can count it?',
    judge: judgeWords,
  },
]

function judgeTiers({ rounds }: Interview): string[] {
  const given = new Map<string, number>()
  const found = new Set<string | undefined>()
  return rounds.flatMap(({ events }) =>
    events.flatMap((event) => {
      if (event.kind === 'points-heard')
        for (const { issueId, degree } of event.points) if (degree === 'full') found.add(issueId)
      if (event.kind !== 'hint-given') return []
      const { issueId, tier } = event
      const isNext = tier === (given.get(issueId) ?? 0) + 1
      given.set(issueId, tier)
      return isNext && !found.has(issueId) ? [] : [`${issueId}, tier ${tier}`]
    }),
  )
}

function judgeWords({ rounds, sources, plan }: Interview): string[] {
  const planned = new Set([...plan.sections.B.questionIds, ...plan.sections.B.reserveIds])
  const snippets = sources.bank.snippets.filter(({ id }) => planned.has(id))
  return rounds.flatMap(({ events, lines, turn }) => {
    const given = events.filter((event): event is EventOf<'hint-given'> => event.kind === 'hint-given')
    const texts = given.map((hint) => hintText(snippets, hint))
    const unsaid = texts.filter((text) => !lines.some((line) => line.text === text))
    const unlogged = lines.filter(({ own }) => {
      return given.length === 0 && snippets.some((snippet) => isHintOf(snippet, own))
    })
    return [...unsaid.map(() => `after “${turn.text}”`), ...unlogged.map(({ own }) => own)]
  })
}

function hintText(
  snippets: BankSnippet[],
  { questionId, issueId, tier }: EventOf<'hint-given'>,
): string | undefined {
  const issue = snippets.find(({ id }) => id === questionId)?.issues.find(({ id }) => id === issueId)
  return issue?.hints[tier - 1]
}

function isHintOf({ issues }: BankSnippet, said: string): boolean {
  return issues.some(({ hints }) => hints.some((hint) => shareTold(hint, said) >= 0.9))
}
