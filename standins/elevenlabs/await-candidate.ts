import type { CallState } from './call-state.ts'

interface Waiting {
  /** The candidate has been silent for the time after which the agent speaks again. */
  onSilence: () => void
  /** They have been silent for the time after which the call ends, if there is one. */
  onGone: () => void
}

/** Times the candidate's silence: `start` begins again from nothing. */
export function awaitCandidate({ agent, seconds }: CallState, { onSilence, onGone }: Waiting) {
  const { turn_timeout, silence_end_call_timeout } = agent.conversation_config.turn
  let silent: ReturnType<typeof setTimeout> | undefined
  let gone: ReturnType<typeof setTimeout> | undefined
  const stop = () => {
    clearTimeout(silent)
    clearTimeout(gone)
  }
  return {
    stop,
    start() {
      stop()
      silent = setTimeout(onSilence, seconds(turn_timeout))
      if (silence_end_call_timeout >= 0) gone = setTimeout(onGone, seconds(silence_end_call_timeout))
    },
  }
}
