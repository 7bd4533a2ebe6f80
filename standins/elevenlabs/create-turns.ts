import type { AgentTurn } from './agent-turn.ts'
import { beginAgentTurn, recordTurn } from './agent-turn.ts'
import { speculate } from './ask-with-retries.ts'
import { awaitCandidate } from './await-candidate.ts'
import type { CallState, Reason } from './call-state.ts'
import { cutShort } from './cut-short.ts'
import type { Next } from './run-tools.ts'
import { respond, sayAnswer } from './say-answer.ts'

/** The turns of one call. */
export interface Turns {
  /** Says the agent's first message, if it has one. */
  open(): void
  /** The candidate's turn is over. Resolves when the agent's answer was heard out or cut; never rejects. */
  take(text: string, medium: 'audio' | 'text'): Promise<void>
  /** The candidate speaks: the agent falls silent and the model's answer is called off. */
  interrupt(): void
  /** The candidate does something: the wait for their answer starts again. */
  keepWaiting(): void
  isSpeaking(): boolean
  /** Resolves when the line being said is over. */
  lineOver(): Promise<void>
  stop(): void
}

export function createTurns(call: CallState, hangUp: (code: number, reason: string) => void): Turns {
  let current: AgentTurn | null = null
  const waiting = awaitCandidate(call, {
    onSilence: () => void answer('silence'),
    onGone: () => hangUp(1000, 'Silence timeout'),
  })
  const begin = () => {
    waiting.stop()
    return (current = beginAgentTurn(call))
  }
  const finish = async (turn: AgentTurn, next: Next) => {
    await turn.line.heardOut()
    if (turn.off.signal.aborted) return
    current = null
    const event = { event_id: turn.line.eventId }
    call.wire.send({ type: 'agent_response_complete', agent_response_complete_event: event })
    if (next === 'hang-up') setTimeout(() => hangUp(1000, 'Agent ended the call'), call.seconds(1))
    else if (next === 'ask') waiting.start()
  }
  const answer = async (reason: Reason): Promise<void> => {
    const turn = begin()
    const next = await sayAnswer(call, turn, reason)
    if (next !== null) return finish(turn, next)
    if (!turn.off.signal.aborted) giveUp(call, hangUp)
  }
  return {
    open() {
      const { first_message } = call.agent.conversation_config.agent
      if (first_message === '') return waiting.start()
      const turn = begin()
      turn.line.say(first_message)
      respond(call, turn, first_message)
      void finish(turn, 'ask')
    },
    async take(text, medium) {
      await speculateAbout(call, text)
      call.history.push({ role: 'user', content: text })
      recordTurn(call, 'user', text, medium)
      await answer('turn')
    },
    interrupt() {
      waiting.stop()
      if (current) cutShort(call, current)
      current = null
    },
    keepWaiting() {
      if (!current) waiting.start()
    },
    isSpeaking: () => current?.line.isHeard() ?? false,
    lineOver: async () => current?.line.heardOut(),
    stop() {
      waiting.stop()
      current?.off.abort()
      current?.line.cut()
    },
  }
}

function giveUp({ wire }: CallState, hangUp: (code: number, reason: string) => void): void {
  const message = 'custom_llm generation failed'
  wire.send({ type: 'error', error_event: { code: 1011, error_type: 'custom_llm_error', message } })
  hangUp(1011, message)
}

async function speculateAbout(call: CallState, text: string): Promise<void> {
  if (!call.switches.speculates && !call.agent.conversation_config.turn.speculative_turn) return
  const words = text.split(' ')
  const half = words.slice(0, Math.ceil(words.length / 2)).join(' ')
  await speculate(call, half)
}
