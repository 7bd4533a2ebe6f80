import type { Check, Round } from './interview.ts'
import { wasPatient } from './is-request.ts'

/** Time to think is given, and costs nothing. */
export const patienceChecks: Check[] = [
  {
    id: 'lets-think',
    asks: 'Asked for a moment, does it say one short line, ask nothing and cut nothing off?',
    judge: ({ rounds, plan }) =>
      rounds.flatMap((round, index) => {
        if (round.turn.means !== 'think' || !wasPatient(rounds, index, plan)) return []
        const [line, ...more] = round.lines
        const isShort = line?.act === 'reply' && line.text.split(/\s+/).length <= 12
        return isShort && more.length === 0 && !line.text.includes('?') ? [] : [tell(round)]
      }),
  },
  {
    id: 'silence-ladder',
    asks: 'Is silence met in this order: wait, reassure, offer, move on?',
    judge: ({ rounds }) =>
      rounds.filter(({ turn, before }) => turn.means === 'silence' && !before.onHold).flatMap(judgeRung),
  },
  {
    id: 'hold-costs-nothing',
    asks: 'On hold, is nothing said, asked, closed or counted?',
    judge: ({ rounds, log }) => {
      const held = rounds.filter(({ turn, before }) => turn.means === 'silence' && before.onHold)
      return [
        ...held
          .filter(({ events }) => events.some(({ kind }) => kind !== 'silence-noted' && kind !== 'returned'))
          .map(tell),
        ...rungsLost(log),
      ]
    },
  },
]

const tell = ({ turn, lines, before }: Round) =>
  `${before.ask?.id}: “${turn.text}” (silent ${before.silentTurns}): ${lines.map(({ text }) => text).join(' ')}`

function judgeRung(round: Round): string[] {
  const { lines, before, events } = round
  const [line, ...more] = lines
  const isReply = line?.act === 'reply' && more.length === 0
  const closed = events.some(({ kind }) => kind === 'question-closed' || kind === 'section-entered')
  const rungs = [
    () => lines.length === 0,
    () => isReply && !line.text.includes('?') && /\btime\b|\bhurry\b/.test(line.text),
    () => isReply && /^I can .+ or .+\?$/.test(line.text),
    () => lines.some(({ act }) => act === 'ask' || act === 'close'),
  ]
  const isRight = rungs[before.silentTurns]?.() ?? false
  return isRight && (before.silentTurns === 3 || !closed) ? [] : [tell(round)]
}

/** Holds after which the ladder stands on another rung than before. */
function rungsLost(log: readonly { kind: string; rung?: number }[]): string[] {
  let rung = 0
  let isHeld = false
  return log.flatMap((event) => {
    if (event.kind === 'hold-started') isHeld = true
    if (event.kind === 'hold-ended' || event.kind === 'candidate-said') isHeld = false
    if (event.kind !== 'silence-noted') {
      if (event.kind === 'candidate-said' || event.kind === 'agent-said')
        rung = event.kind === 'candidate-said' ? 0 : rung
      return []
    }
    const isLost = isHeld && event.rung !== rung && event.rung !== 0
    rung = event.rung ?? rung
    return isLost ? [`rung ${rung} on hold`] : []
  })
}
