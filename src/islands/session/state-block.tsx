import { Shape } from './shape.tsx'
import { useModel, useSession } from './session-provider.tsx'
import type { SessionModel } from './session-model.ts'
import type { Floor } from './session-view.ts'
import { floorOf, isOver } from './session-view.ts'

const words: Record<Floor, string> = {
  listening: 'Listening',
  thinking: 'Thinking',
  speaking: 'Speaking',
  hold: 'On hold',
  over: 'Over',
}

const hints: Record<Floor, string> = {
  listening: 'You have the floor. Pauses are fine.',
  thinking: 'The next line is on its way.',
  speaking: 'Answer at any time: it stops.',
  hold: 'Reading or thinking. The clock is stopped; nothing is scored.',
  over: 'Nothing more is asked. The report is ready to be made.',
}

const SPOKEN = 'Speak when you are ready. Pauses are fine; Done ends your answer at once.'

const NO_LINE = 'No line to the interviewer: dialling again.'

/** Who has the floor: one word, one shape, one fill, always in the same place. */
export function StateBlock() {
  const floor = useModel(floorOf)
  const hint = useModel(hintOf)
  return (
    <>
      <div className="state session-state" data-state={floor} role="status">
        <Shape name={floor} />
        {words[floor]}
      </div>
      <p className="session-state-hint">{hint}</p>
    </>
  )
}

function hintOf(model: SessionModel): string {
  const floor = floorOf(model)
  if (model.network.state === 'reconnecting') return 'Reconnecting. What you said is kept and sent again.'
  if (isOver(model.state)) return hints.over
  if (model.lineFault) return NO_LINE
  return model.microphone !== null && floor === 'listening' ? SPOKEN : hints[floor]
}

/** Hold, and go on again. On a phone it is the wide button under the thumb. */
export function HoldButton({ filled = false }: { filled?: boolean }) {
  const session = useSession()
  const phase = useModel((model) => model.state?.phase)
  const onHold = useModel((model) => model.state?.onHold ?? false)
  return (
    <button
      type="button"
      className={`session-button${filled && onHold ? ' session-button-filled' : ''}`}
      disabled={phase !== 'live'}
      onClick={() => session.hold(!onHold)}
    >
      {onHold ? 'Go on' : 'Hold'} <kbd aria-hidden="true">H</kbd>
    </button>
  )
}
