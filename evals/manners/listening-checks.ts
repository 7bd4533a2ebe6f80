import type { Check, Interview, Round } from './interview.ts'
import { wasPatient } from './is-request.ts'
import { tellingStems } from './telling-stems.ts'

type Means = Round['turn']['means']

/** What is asked of it is done, and fits. */
export const listeningChecks: Check[] = [
  {
    id: 'repeats',
    asks: 'Asked to repeat, does it say the question on the table in the same words?',
    judge: after('repeat', (round) => said(round).includes(questionOf(round))),
  },
  {
    id: 'rephrases',
    asks: 'Asked what it means, does it put the question in other words?',
    judge: after('rephrase', ({ lines, before }) => {
      const isReply = lines.length > 0 && lines.every(({ act }) => act === 'reply')
      return isReply && !lines.some(({ text }) => text === before.ask?.text)
    }),
  },
  {
    id: 'skips',
    asks: 'Asked to skip, does it go on to something else at once?',
    judge: after('skip', ({ lines, before }) =>
      lines.some(({ act, ask }) => act === 'close' || (act === 'ask' && ask !== before.ask?.id)),
    ),
  },
  {
    id: 'goes-back',
    asks: 'Asked to go back, does it take up an earlier question, skipped ones too, or say that there is none?',
    judge: judgeBack,
  },
  { id: 'tells-time', asks: 'Does it tell the time left, right to a minute?', judge: judgeTime },
  {
    id: 'reads-lines',
    asks: 'Does it read exactly the lines asked for, and mark the same?',
    judge: judgeReading,
  },
  {
    id: 'facts-as-written',
    asks: 'Is a clarifying question answered by the written fact, or by “assume something and say so”?',
    judge: judgeFacts,
  },
  {
    id: 'same-fact-again',
    asks: 'Is the same clarifying question always answered alike?',
    judge: judgeSameFact,
  },
  {
    id: 'refuses-answer',
    asks: 'Begged for the answer, does it decline politely and offer only what it can do?',
    judge: after('beg', ({ lines }, { plan }) => {
      const own = lines.map((line) => line.own).join(' ')
      const offersHint = /\bhint/.test(own) && plan.level !== 'mid'
      return /\b(can't|cannot|can not) (give|tell|say)\b/.test(own) && !offersHint
    }),
  },
  {
    id: 'direct-question',
    asks: 'Is a direct question to it answered (who it is, whether it hears, how this goes, how they did)?',
    judge: (interview) => [
      ...after('verdict', (round) => /don't judge|\breport\b/.test(said(round)))(interview),
      ...after('about-us', (round) => /\bprogram\b/.test(said(round)))(interview),
      ...after('format', (round) => /\bno code\b/.test(said(round)))(interview),
      ...after('check-in', (round) => /\bI'm here\b/.test(said(round)))(interview),
    ],
  },
]

/** Judges every round that answers this, as long as patience lasts. */
function after(means: Means, isMet: (round: Round, interview: Interview) => boolean) {
  return (interview: Interview): string[] =>
    interview.rounds.flatMap((round, index) => {
      if (round.turn.means !== means || !wasPatient(interview.rounds, index, interview.plan)) return []
      return isMet(round, interview) ? [] : [tell(round)]
    })
}

function said({ lines }: Round): string {
  return lines.map(({ text }) => text).join(' ')
}

function tell(round: Round): string {
  return `${round.before.ask?.id}: “${round.turn.text}”: ${said(round)}`
}

/** The question itself, as it was last put: without what was said before it. */
function questionOf({ before }: Round): string {
  const text = (before.ask?.text ?? '').replace(/^Back to [a-z ]+: /, '')
  const question = text.match(/[^.?]+\?/)?.[0]
  return (question ?? text.match(/[^.?]+[.?]?$/)?.[0] ?? text).trim()
}

function judgeBack({ rounds, plan, sources }: Interview): string[] {
  return rounds.flatMap((round, index) => {
    if (round.turn.means !== 'back' || !wasPatient(rounds, index, plan)) return []
    const now = round.before.ask?.id.split('/')[0]
    const asked = rounds
      .slice(0, index)
      .flatMap(({ lines }) => lines.flatMap(({ ask }) => (ask === undefined ? [] : [ask.split('/')[0]])))
    const earlier = asked.filter((id) => id !== now)
    const back = round.lines.find(({ act }) => act === 'ask')?.ask?.split('/')[0]
    const isBack = back !== undefined && earlier.includes(back)
    const kind = /\b(snippet|code)\b/.test(round.turn.text)
      ? sources.bank.snippets.map(({ id }) => id)
      : earlier
    const saysNone =
      !earlier.some((id) => id !== undefined && kind.includes(id)) &&
      /\b(first question|none)\b/.test(said(round))
    return isBack || saysNone ? [] : [tell(round)]
  })
}

function judgeTime({ rounds, plan }: Interview): string[] {
  return rounds.flatMap((round, index) => {
    const { section, clockMs, sectionStartMs } = round.before
    if (round.turn.means !== 'time' || !section || !wasPatient(rounds, index, plan)) return []
    const budget = Object.values(plan.sections).reduce((sum, { budgetMs }) => sum + budgetMs, 0)
    const inPart = (plan.sections[section].budgetMs - (clockMs - sectionStartMs)) / 60_000
    const inAll = (budget - clockMs) / 60_000
    const told = [...said(round).matchAll(/(\d+) minutes?/g)].map(([, digits]) => Number(digits))
    const [part = Number.NaN, all] = told
    const isNear = (minutes: number, wanted: number) => Math.abs(minutes - Math.max(1, wanted)) <= 1
    const allFits = section === 'D' ? all === undefined : all !== undefined && all + 1 >= Math.max(1, inAll)
    const notMore = all === undefined || isNear(all, Math.max(inAll, part))
    return isNear(part, inPart) && allFits && notMore ? [] : [`${tell(round)} (${inPart}, ${inAll})`]
  })
}

function judgeReading({ rounds, sources, plan }: Interview): string[] {
  return rounds.flatMap((round, index) => {
    const { turn, before, events, lines } = round
    if (turn.means !== 'lines' || !('lines' in turn) || !wasPatient(rounds, index, plan)) return []
    const { from = 0, to = 0 } = turn.lines ?? {}
    const rows = sources.bank.snippets.find(({ id }) => id === before.snippetId)?.source.split('\n') ?? []
    const code = rows
      .slice(from - 1, to)
      .join(' ')
      .split(/\s+/)
      .join('')
    const text = lines.map((line) => line.text).join(' ')
    const read = text
      .replace(/^Lines? \d+( to \d+)?: /, '')
      .split(/\s+/)
      .join('')
    const isMarked = events.some((event) => {
      return event.kind === 'lines-highlighted' && event.from === from && event.to === to
    })
    const isRead = code === '' ? / (is|are) empty\.$/.test(text) : read === code
    return isRead && isMarked ? [] : [tell(round)]
  })
}

const assume = /\bassum|up to you|leave (that|it) to you|nothing on that/i

function judgeFacts(interview: Interview): string[] {
  const { snippets, scenarios } = interview.sources.bank
  const factsOf = (round: Round) => {
    const id = round.before.ask?.id.split('/')[0]
    return [...snippets, ...scenarios].find((item) => item.id === id)?.facts ?? []
  }
  const asked = after('fact', (round) => {
    const factId = 'factId' in round.turn ? round.turn.factId : undefined
    const facts = factsOf(round)
    const fact = facts.find(({ id }) => id === factId)
    const alike = facts.filter(({ patterns }) =>
      patterns.some((pattern) => round.turn.text.includes(`${pattern}?`)),
    )
    return [fact, ...alike].some((each) => each?.answer === said(round))
  })
  const unknown = after('other-fact', (round) => {
    const given = factsOf(round).find(({ answer }) => answer === said(round))
    const asks = tellingStems(round.turn.text)
    const touches = given?.patterns.some((pattern) =>
      [...tellingStems(pattern)].some((stem) => asks.has(stem)),
    )
    return given ? touches === true : assume.test(said(round))
  })
  return [...asked(interview), ...unknown(interview)]
}

function judgeSameFact({ rounds, plan }: Interview): string[] {
  const answers = new Map<string, string>()
  return rounds.flatMap((round, index) => {
    const { turn, before } = round
    if ((turn.means !== 'fact' && turn.means !== 'other-fact') || !wasPatient(rounds, index, plan)) return []
    const key = `${before.ask?.id.split('/')[0]} ${turn.text.toLowerCase()}`
    const first = answers.get(key) ?? said(round)
    answers.set(key, first)
    return first === said(round) ? [] : [tell(round)]
  })
}
