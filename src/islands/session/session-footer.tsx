import type { SessionModel } from './session-model.ts'
import { useModel } from './session-provider.tsx'
import { isOver, timeLeft } from './session-view.ts'
import { useClock, useSectionStart } from './use-clock.ts'

const tips: Record<'A' | 'B' | 'coached B' | 'C' | 'D', string> = {
  A: 'Numbers help: scale, targets, and how you measured them.',
  B: 'Ask to “read lines 14 to 15” or “repeat that” at any time.',
  'coached B': 'Ask to “read lines 14 to 15”, “repeat that” or “give me a hint” at any time.',
  C: 'Questions are welcome: what you ask is part of the answer.',
  D: 'Ask “how much time is left” or say “stop” at any time.',
}

/** Where the section stands, a tip, the network, and the way to the shortcuts. */
export function SessionFooter({ onHelp }: { onHelp: () => void }) {
  const tip = useModel(tipOf)
  return (
    <div className="session-footer">
      <SectionStatus />
      <p className="session-tip">{tip}</p>
      <Network />
      <button type="button" className="session-button-plain" onClick={onHelp}>
        Shortcuts <kbd aria-hidden="true">?</kbd>
      </button>
    </div>
  )
}

/** Hints belong to coaching mode. */
function tipOf({ state }: SessionModel): string {
  if (isOver(state) || !state?.section) return ''
  return tips[state.section === 'B' && state.level === 'mid' ? 'coached B' : state.section]
}

function SectionStatus() {
  const state = useModel((model) => model.state)
  const clockMs = useClock()
  const startedAtMs = useSectionStart()
  const section = state?.sections.find(({ id }) => id === state.section)
  if (!state || !section) return <p className="session-section-status" />
  return (
    <p className="session-section-status">
      <b>{section.id}</b> {section.name}
      {state.phase === 'live' ? `, ${timeLeft(state, clockMs, startedAtMs)}` : ''}
    </p>
  )
}

function Network() {
  const network = useModel((model) => model.network)
  const isConnected = network.state === 'connected'
  return (
    <p className="session-network" data-network={network.state}>
      <span role="status">{isConnected ? 'Connected' : 'Reconnecting'}</span>
      {network.latencyMs !== null && <span>, {Math.round(network.latencyMs)} ms</span>}
    </p>
  )
}
