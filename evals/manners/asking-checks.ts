import { contentAsks } from './content-asks.ts'
import type { Check, Interview, Round } from './interview.ts'
import { requests, wasPatient } from './is-request.ts'

/** Which questions are put, and when. */
export const askingChecks: Check[] = [
  {
    id: 'no-ask-twice',
    asks: 'Is no question put twice, but one that the candidate went back to or away from?',
    judge: judgeTwice,
  },
  {
    id: 'no-line-twice',
    asks: 'Does it never say the same line in two turns running, unless it was asked the same or to repeat?',
    judge: judgeSameLine,
  },
  {
    id: 'asks-as-written',
    asks: 'Is every question one of the plan or the rubrics in their words, filled with words of the job description?',
    judge: judgeWritten,
  },
  {
    id: 'not-already-answered',
    asks: 'Does every follow-up fit: nothing it looks for was heard, all that it builds on was?',
    judge: judgeFitting,
  },
  {
    id: 'keeps-question',
    asks: 'Does a request leave the question on the table, and the section open?',
    judge: ({ rounds, plan }) =>
      rounds.flatMap((round, index) => {
        if (!requests.has(round.turn.means) || !wasPatient(rounds, index, plan)) return []
        const moved = round.lines.some(({ act }) => act === 'ask' || act === 'close')
        const closed = round.events.some(
          ({ kind }) => kind === 'question-closed' || kind === 'section-entered',
        )
        return moved || closed ? [say(round)] : []
      }),
  },
  {
    id: 'reaction-fits',
    asks: 'Does the reaction fit: no bringing back after an answer, no “I see” after what nobody can see?',
    judge: ({ rounds }) => rounds.filter((round) => !fits(round)).map(say),
  },
]

const say = ({ turn, lines }: Round) =>
  `“${turn.text.slice(0, 80)}”: ${lines.map(({ text }) => text).join(' ')}`

function judgeTwice({ rounds, sources }: Interview): string[] {
  const asks = contentAsks(sources.bank)
  const words = new Map<string, string>()
  const lastAsked = new Map<string, number>()
  return rounds.flatMap(({ lines }, index) =>
    lines.flatMap(({ ask, text }) => {
      if (ask === undefined) return []
      const since = lastAsked.get(ask)
      lastAsked.set(ask, index)
      const written = asks.get(ask)?.text
      const other = written === undefined || ask.endsWith('/opener') ? undefined : words.get(written)
      if (written !== undefined) words.set(written, ask)
      const wentBack = rounds.slice((since ?? index) + 1, index + 1).some(({ turn }) => turn.means === 'back')
      const isTwice = since !== undefined && !wentBack
      return isTwice || (other !== undefined && other !== ask) ? [`${ask}: ${text}`] : []
    }),
  )
}

const asksAgain = new Set<Round['turn']['means']>(['repeat', 'rephrase', 'check-in', 'back'])

const kindOf = ({ turn }: Round) => (turn.means === 'other-fact' ? 'fact' : turn.means)

function judgeSameLine({ rounds }: Interview): string[] {
  return rounds.flatMap((round, index) => {
    const before = rounds[index - 1]
    if (!before || asksAgain.has(round.turn.means) || kindOf(round) === kindOf(before)) return []
    const same = round.lines.filter(({ text }) => before.lines.some((line) => line.text === text))
    return same.map(({ text }) => text)
  })
}

function judgeWritten({ rounds, sources, plan, log }: Interview): string[] {
  const asks = contentAsks(sources.bank)
  const jd = log.flatMap((event) => (event.kind === 'created' ? [event.jd] : [])).join(' ')
  const grounds = Object.values(plan.slots).flatMap((words) => words?.split(/,? and |, /) ?? [])
  const ungrounded = grounds.filter((words) => !plainWords(jd).includes(plainWords(words)))
  const planned = new Set(
    Object.values(plan.sections).flatMap(({ questionIds, reserveIds }) => [...questionIds, ...reserveIds]),
  )
  const strange = rounds.flatMap(({ lines }) =>
    lines.flatMap(({ ask, text }) => {
      if (ask === undefined || ask.startsWith('wrap-up/')) return []
      const [questionId = ''] = ask.split('/')
      const written = asks.get(ask)?.text
      const isKnown = planned.has(questionId) || questionId.startsWith('fallback-')
      const parts = written?.split(/(?:\bat )?\{[a-z]+\}/).map((part) => part.trim())
      return isKnown && parts?.every((part) => text.includes(part)) ? [] : [`${ask}: ${text}`]
    }),
  )
  return [...strange, ...ungrounded.map((words) => `not in the job description: ${words}`)]
}

function plainWords(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')
}

function judgeFitting({ rounds, sources }: Interview): string[] {
  const asks = contentAsks(sources.bank)
  const heard = new Map<string, Set<string>>()
  return rounds.flatMap(({ events }) =>
    events.flatMap((event) => {
      if (event.kind === 'points-heard') {
        const known = heard.get(event.questionId) ?? new Set<string>()
        for (const id of [...event.points.map((point) => point.id), ...event.signals]) known.add(id)
        heard.set(event.questionId, known)
      }
      if (event.kind !== 'agent-said' || event.act !== 'ask') return []
      const { questionId = '', askId = '', text } = event
      if (text.startsWith('Back to ')) return []
      const written = asks.get(`${questionId}/${askId}`)
      const isHeard = (id: string) => heard.get(questionId)?.has(id) === true
      const isFitting = !written?.missing.some(isHeard) && (written?.heard.every(isHeard) ?? true)
      return isFitting ? [] : [`${questionId}/${askId}: ${text}`]
    }),
  )
}

const astray =
  /^(Let me bring us back|Let me ask something else|Let's try another one|That's (fine|all right)|No problem)\b/
const understood = /^(I see|Okay|All right)\./
const unseen = new Set<Round['turn']['means']>(['noise', 'astray', 'abuse', 'obey-me'])

function fits({ turn, lines }: Round): boolean {
  const said = lines.map(({ own }) => own)
  if (turn.means === 'answer') return !lines.some(({ act, own }) => act === 'nudge' || astray.test(own))
  if (turn.means === 'unknown') return !said.some((own) => /bring us back|^I see\./.test(own))
  return !unseen.has(turn.means) || !said.some((own) => understood.test(own))
}
