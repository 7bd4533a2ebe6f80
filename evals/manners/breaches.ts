import type { NewEvent, SessionEvent } from '../../src/domain/interview/event.ts'
import type { CandidateTurn } from '../candidates/candidate-turn.ts'
import type { PlayedInterview } from '../candidates/play-interview.ts'
import { contentAsks } from './content-asks.ts'
import type { EventOf, Interview, Round } from './interview.ts'
import { tellingStems } from './telling-stems.ts'

type Said = EventOf<'agent-said'>
type Means = Round['turn']['means']

/** One way in which an interview of this kind would be bad: what it does to the log, and the check that is to notice. */
export interface Breach {
  check: string
  kind: string
  spoil: (played: PlayedInterview, interview: Interview) => PlayedInterview
}

/** A small broken log for each check. */
export const breaches: Breach[] = [
  breach('bug-not-told', 'silent', (played, interview) => {
    const snippet = snippetOf(interview)
    return sayAt(played, interview, snippet?.id, longest(snippet?.issues.flatMap(({ wordings }) => wordings)))
  }),
  breach('fix-not-told', 'silent', (played, interview) => {
    const snippet = snippetOf(interview)
    return sayAt(played, interview, snippet?.id, longest(snippet?.issues[0]?.test.match(/[^.?!]+[.?!]/g)))
  }),
  breach('point-not-told', 'silent', (played, interview) => {
    const { plan, sources } = interview
    const scenario = sources.bank.scenarios.find(({ id }) => id === plan.sections.C.questionIds[0])
    return sayAt(
      played,
      interview,
      scenario?.id,
      longest(scenario?.points.flatMap(({ wordings }) => wordings)),
    )
  }),
  says('count-not-told', 'silent', 'silence', 'There are three bugs in this one.'),
  breach('lines-not-pointed-at', 'silent', (played, interview) => {
    const snippetId = snippetOf(interview)?.id ?? ''
    return put(played, interview, 'silence', { kind: 'lines-highlighted', snippetId, from: 3, to: 4 })
  }),

  breach('hint-asked-for', 'hint-hungry', (played, interview) => {
    const asked = interview.rounds.find(({ events }) => events.some(({ kind }) => kind === 'hint-given'))
    return mean(played, asked?.turnId, { text: 'It runs twice.', means: 'thin' })
  }),
  breach('hint-in-coaching-only', 'hint-hungry', (played) =>
    each(played, (event) =>
      event.kind === 'plan-made' ? [{ ...event, plan: { ...event.plan, level: 'senior' } }] : [event],
    ),
  ),
  breach('hint-next-tier', 'hint-hungry', (played) =>
    each(played, (event) =>
      event.kind === 'hint-given' && event.tier === 1 ? [{ ...event, tier: 3 }] : [event],
    ),
  ),
  breach('hint-as-written', 'hint-hungry', (played) => without(played, ({ kind }) => kind === 'hint-given')),

  says('three-sentences', 'strong', 'answer', 'I see. Go on. Say more. Then stop.'),
  says('one-question', 'strong', 'answer', 'What is in it? Who reads it?'),
  says('no-praise', 'strong', 'answer', 'Great answer.'),
  says('no-verdict', 'strong', 'answer', "That's right."),
  says('calm', 'hostile', 'abuse', 'There is no need to be rude.'),
  says('clean-text', 'strong', 'answer', 'Suppose our {product} is down.'),
  breach('answers-every-turn', 'strong', (played, { rounds }) => {
    const first = rounds.find(({ turn }) => turn.means === 'answer')
    return without(played, (event) => event.kind === 'agent-said' && first?.events.includes(event) === true)
  }),

  breach('no-ask-twice', 'flawless', (played) => {
    const [, second, third] = asksOf(played)
    return change(played, third, { questionId: second?.questionId, askId: second?.askId })
  }),
  breach('no-line-twice', 'anyhow', (played, { rounds }) => {
    const index = rounds.findIndex(({ turn, lines }, at) => {
      return turn.means === 'abuse' && rounds[at - 1]?.turn.means !== 'abuse' && lines.length > 0
    })
    const line = rounds[index]?.events.find(isSaid)
    return change(played, line, { text: rounds[index - 1]?.lines[0]?.text ?? '' })
  }),
  breach('asks-as-written', 'flawless', (played) =>
    change(played, asksOf(played)[1], { text: 'What is your favourite colour?' }),
  ),
  breach('not-already-answered', 'weak', (played, { sources }) => {
    const asks = contentAsks(sources.bank)
    const missing = (event: Said) => asks.get(`${event.questionId}/${event.askId}`)?.missing[0]
    const follow = asksOf(played).find((event) => missing(event) !== undefined)
    const { questionId = '', askId = '' } = follow ?? {}
    const points = follow ? [{ id: missing(follow) ?? '', degree: 'full' as const }] : []
    const heard = {
      kind: 'points-heard' as const,
      turnId: 'x',
      questionId,
      askId,
      points,
      signals: [],
      onTopic: true,
    }
    return each(played, (event) => (event === follow ? [{ ...event, ...heard }, event] : [event]))
  }),
  breach('keeps-question', 'repeating', (played, { rounds }) => {
    const repeated = rounds.find(({ turn }) => turn.means === 'repeat')?.events.find(isSaid)
    return change(played, repeated, { act: 'ask', questionId: 'elsewhere', askId: 'opener' })
  }),
  breach('reaction-fits', 'flawless', (played, { rounds }) =>
    change(played, rounds.find(({ turn }) => turn.means === 'answer')?.events.find(isSaid), { act: 'nudge' }),
  ),

  says('repeats', 'repeating', 'repeat', 'Go on.'),
  breach('rephrases', 'puzzled', (played, interview) => {
    const text = interview.rounds.find(({ turn }) => turn.means === 'rephrase')?.before.ask?.text ?? ''
    return sayAfter(played, interview, 'rephrase', text)
  }),
  breach('skips', 'skipping', (played, { rounds }) => {
    const skipped = rounds.find(({ turn }) => turn.means === 'skip')
    return each(played, (event) =>
      isSaid(event) && skipped?.events.includes(event) ? [{ ...event, act: 'reply' }] : [event],
    )
  }),
  breach('goes-back', 'returning', (played, { rounds }) => {
    const back = rounds.find(
      ({ turn, lines }) => turn.means === 'back' && lines.some(({ act }) => act === 'ask'),
    )
    return each(played, (event) =>
      isSaid(event) && back?.events.includes(event) ? [{ ...event, act: 'reply' }] : [event],
    )
  }),
  says('tells-time', 'hurried', 'time', 'About 99 minutes in this part, and about 99 minutes in all.'),
  says('reads-lines', 'reading', 'lines', 'Lines 1 to 2: let it = be'),
  says('facts-as-written', 'curious', 'fact', 'It is blue.'),
  breach('same-fact-again', 'curious', (played, { rounds }) => {
    const facts = rounds.filter(({ turn, before }) => turn.means === 'fact' && before.section === 'B')
    const [first] = facts
    const other = facts.find(({ before, lines }) => {
      return before.ask?.id === first?.before.ask?.id && lines[0]?.text !== first?.lines[0]?.text
    })
    return mean(played, other?.turnId, first?.turn.means === 'fact' ? first.turn : undefined)
  }),
  says('refuses-answer', 'begging', 'beg', 'Look at the screen.'),
  says('direct-question', 'chatty', 'verdict', 'Who knows.'),

  says('lets-think', 'thinking', 'think', 'Which part are you at?'),
  breach('silence-ladder', 'silent', (played, interview) =>
    put(played, interview, 'silence', { kind: 'agent-said', text: 'Well?', by: 'planned', act: 'reply' }),
  ),
  breach('hold-costs-nothing', 'silent', (played, { rounds }) => {
    const spoken = rounds.find(({ turn, lines }) => turn.means === 'silence' && lines.length > 0)
    return each(played, (event) =>
      event === spoken?.events[0] ? [{ ...event, id: 'own:hold', kind: 'hold-started' }, event] : [event],
    )
  }),

  says('greets', 'silent', 'open', 'Hi there.'),
  breach('sections-in-order', 'flawless', (played) =>
    without(played, (event) => event.kind === 'section-entered' && event.section === 'C'),
  ),
  breach('covers-dimensions', 'silent', (played, { sources }) => {
    const asks = contentAsks(sources.bank)
    const shows = (event: Said) => asks.get(`${event.questionId}/${event.askId}`)?.shows ?? []
    return without(
      played,
      (event) => isSaid(event) && event.act === 'ask' && shows(event).includes('product'),
    )
  }),
  breach('recap-at-close', 'flawless', (played) =>
    each(played, (event) =>
      isSaid(event) && /“/.test(event.text) ? [{ ...event, text: 'Now some code.' }] : [event],
    ),
  ),
  breach('recap-true', 'flawless', (played) =>
    change(
      played,
      played.log.filter(isSaid).find(({ text }) => /“/.test(text)),
      {
        text: 'To recap, you said “I never test anything”, and we went on from there.',
      },
    ),
  ),
  breach('looks-back-truly', 'flawless', (played) =>
    each(played, (event) =>
      isSaid(event) && event.askId === 'callback'
        ? [{ ...event, text: event.text.replace(/described .+?\./, 'described the moon base.') }]
        : [event],
    ),
  ),
  breach('ends-once', 'flawless', (played) =>
    without(played, (event) => isSaid(event) && event.act === 'close'),
  ),

  breach('improvements-tied', 'flawless', (played) =>
    each(played, (event) =>
      isSaid(event)
        ? [{ ...event, text: event.text.replace(/ Second: .+? Third:/, ' Second: Smile. Third:') }]
        : [event],
    ),
  ),
  breach('practice-tied', 'flawless', (played) =>
    each(played, (event) =>
      isSaid(event)
        ? [{ ...event, text: event.text.replace(/^To practise: “[^”]*”/, 'To practise: “Smile”') }]
        : [event],
    ),
  ),
]

function breach(check: string, kind: string, spoil: Breach['spoil']): Breach {
  return { check, kind, spoil }
}

/** The first line after a turn that means this is another. */
function says(check: string, kind: string, means: Means, text: string): Breach {
  return breach(check, kind, (played, interview) => sayAfter(played, interview, means, text))
}

function sayAfter(played: PlayedInterview, { rounds }: Interview, means: Means, text = ''): PlayedInterview {
  const round = rounds.find(({ turn, lines }) => turn.means === means && lines.length > 0)
  return change(played, round?.events.find(isSaid), { text })
}

/** The first line while this question is on the table is another. */
function sayAt(played: PlayedInterview, { rounds }: Interview, questionId = '', text = ''): PlayedInterview {
  const round = rounds.find(({ before, lines }) => {
    return before.ask?.id.startsWith(`${questionId}/`) === true && lines.length > 0
  })
  return change(played, round?.events.find(isSaid), { text })
}

function put(played: PlayedInterview, { rounds }: Interview, means: Means, added: NewEvent): PlayedInterview {
  const last = rounds.find(({ turn }) => turn.means === means)?.events.at(-1)
  return each(played, (event) => (event === last ? [event, { ...event, ...added }] : [event]))
}

function mean({ meant, ...played }: PlayedInterview, turnId = '', turn?: CandidateTurn): PlayedInterview {
  return { ...played, meant: new Map([...meant, ...(turn ? [[turnId, turn] as const] : [])]) }
}

function each(played: PlayedInterview, make: (event: SessionEvent) => SessionEvent[]): PlayedInterview {
  return { ...played, log: played.log.flatMap(make).map((event, index) => ({ ...event, seq: index + 1 })) }
}

function without(played: PlayedInterview, isGone: (event: SessionEvent) => boolean): PlayedInterview {
  return each(played, (event) => (isGone(event) ? [] : [event]))
}

function change(played: PlayedInterview, line: Said | undefined, changed: Partial<Said>): PlayedInterview {
  return each(played, (event) => (event === line ? [{ ...line, ...changed }] : [event]))
}

const isSaid = (event: SessionEvent): event is Said => event.kind === 'agent-said'

function asksOf({ log }: PlayedInterview): Said[] {
  return log.filter(isSaid).filter(({ act }) => act === 'ask')
}

function snippetOf({ plan, sources }: Interview) {
  return sources.bank.snippets.find(({ id }) => id === plan.sections.B.questionIds[0])
}

function longest(texts: readonly string[] | null | undefined): string {
  return texts?.toSorted((a, b) => tellingStems(b).size - tellingStems(a).size)[0] ?? ''
}
