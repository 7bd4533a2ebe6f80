import { DimensionId } from '../../src/domain/catalog/vocabulary.ts'
import { contentAsks } from './content-asks.ts'
import type { Check, Interview, Round } from './interview.ts'
import { recapChecks } from './recap-checks.ts'

/** From the greeting to the end. */
export const courseChecks: Check[] = [
  {
    id: 'greets',
    asks: 'Does it begin by saying that it is a program, how long this takes and what comes, and with a first question?',
    judge: ({ rounds, plan }) => {
      const lines = rounds[0]?.lines ?? []
      const text = lines.map((line) => line.text).join(' ')
      const minutes = Object.values(plan.sections).reduce((sum, { budgetMs }) => sum + budgetMs, 0) / 60_000
      const says = ['program', `${Math.round(minutes)} minutes`, 'background', 'code', 'design', 'wrap-up']
      const isWhole = says.every((words) => text.includes(words)) && lines.at(-1)?.act === 'ask'
      return isWhole && rounds[0]?.turn.means === 'open' ? [] : [text]
    },
  },
  {
    id: 'sections-in-order',
    asks: 'Are the sections gone through once each, in order, none left before its time, turns or questions are used up?',
    judge: judgeSections,
  },
  {
    id: 'covers-dimensions',
    asks: 'Was a question put for each of the five dimensions, unless the candidate broke off?',
    judge: ({ rounds, sources }) => {
      const asks = contentAsks(sources.bank)
      const put = rounds.flatMap(({ lines }) =>
        lines.flatMap(({ ask }) => (ask ? (asks.get(ask)?.shows ?? []) : [])),
      )
      if (rounds.some(({ turn }) => turn.means === 'stop')) return []
      return DimensionId.options.filter((dimension) => !put.includes(dimension))
    },
  },
  ...recapChecks,
  {
    id: 'ends-once',
    asks: 'Does it end when asked to, else after the wrap-up and only there, by one line of thanks and nothing after it?',
    judge: judgeEnd,
  },
]

function judgeSections(interview: Interview): string[] {
  const { rounds } = interview
  const entered = rounds.flatMap((round) =>
    round.events.flatMap((event) =>
      event.kind === 'section-entered' ? [{ round, section: event.section }] : [],
    ),
  )
  const wanted = (['A', 'B', 'C', 'D'] as const).slice(0, entered.length)
  const isInOrder = entered.every(({ section }, index) => section === wanted[index])
  const isWhole = entered.length === 4 || rounds.some(({ turn }) => turn.means === 'stop')
  const early = entered.slice(1).filter(({ round }) => !isUsedUp(interview, round))
  return [
    ...(isInOrder && isWhole ? [] : [`entered ${entered.map(({ section }) => section).join(', ')}`]),
    ...early.map(
      ({ round }) => `${round.before.section} was left early, after “${round.turn.text.slice(0, 80)}”`,
    ),
  ]
}

function isUsedUp({ rounds, plan }: Interview, last: Round): boolean {
  const { section, clockMs, sectionStartMs } = last.before
  if (!section) return false
  const { budgetMs, turns, questionIds } = plan.sections[section]
  const within = rounds.filter(({ before }) => before.section === section)
  const taken = within.filter(({ events }) =>
    events.some(
      (event) =>
        event.kind === 'points-heard' ||
        (event.kind === 'question-closed' && (event.reason === 'skipped' || event.reason === 'silent')),
    ),
  )
  const asked = rounds.flatMap(({ lines }) => lines.map(({ ask }) => ask?.split('/')[0]))
  return (
    clockMs - sectionStartMs >= budgetMs ||
    taken.length >= turns ||
    questionIds.every((id) => asked.includes(id))
  )
}

function judgeEnd({ rounds }: Interview): string[] {
  const closing = rounds.findIndex(({ lines }) => lines.some(({ act }) => act === 'close'))
  const last = rounds[closing]
  if (!last) return ['it never ends']
  const line = last.lines.at(-1)
  const isAsked = last.turn.means === 'stop'
  const isDue = last.before.ask?.id === 'wrap-up/probe-last-words' || last.before.section === 'D'
  const stops = rounds.filter(({ turn }, index) => turn.means === 'stop' && index !== closing)
  return [
    ...(line?.act === 'close' && /\bthank you\b/i.test(line.text) && !line.text.includes('?')
      ? []
      : ['no thanks']),
    ...(isAsked || isDue ? [] : [`it ended after “${last.turn.text.slice(0, 80)}”`]),
    ...(closing === rounds.length - 1 ? [] : ['it went on after its end']),
    ...stops.map(({ turn }) => `it went on after “${turn.text}”`),
  ]
}
