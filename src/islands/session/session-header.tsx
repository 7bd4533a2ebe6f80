import { Clock } from './clock.tsx'
import { Ruler, SectionLetters } from './ruler.tsx'
import { useModel, useSession } from './session-provider.tsx'
import { isOver } from './session-view.ts'
import { HoldButton, StateBlock } from './state-block.tsx'

/** Who has the floor, the clock, and what stops things. */
export function SessionHeader({ onEnd }: { onEnd: () => void }) {
  return (
    <>
      <div className="session-header">
        <div className="session-header-brand">
          <Logo />
          <Bar />
        </div>
        <div className="session-header-state">
          <StateBlock />
          <HoldButton />
        </div>
        <Clock />
        <div className="session-header-controls">
          <InterruptButton />
          <EndButton onEnd={onEnd} />
        </div>
      </div>
      <Ruler />
    </>
  )
}

/** The same on a narrow screen, where Hold is under the thumb. */
export function NarrowHeader({ onEnd }: { onEnd: () => void }) {
  return (
    <>
      <div className="session-header">
        <SectionLetters />
        <Clock />
        <EndButton onEnd={onEnd} />
      </div>
      <div className="session-header-state">
        <StateBlock />
      </div>
    </>
  )
}

/** The wordmark, its handset lifted for as long as the interview lasts. */
function Logo() {
  const over = useModel(({ state }) => isOver(state))
  return (
    <span className={over ? 'logo logo-rested' : 'logo'}>
      Offh
      <span className="logo-cradle">
        oo
        <svg className="logo-handset" viewBox="0 0 31 8" aria-hidden="true">
          <path fill="currentColor" d="M0 1h31v5.6h-6V4H6v2.6H0z" />
        </svg>
      </span>
      k
    </span>
  )
}

function Bar() {
  const level = useModel((model) => model.state?.level)
  const track = useModel((model) => model.state?.track)
  return (
    <p className="session-bar">
      {level === 'mid' ? 'Mid bar, coached' : 'Senior bar'}
      <br />
      {track}
    </p>
  )
}

export function InterruptButton() {
  const session = useSession()
  const speaking = useModel((model) => model.unsaid > 0)
  return (
    <button type="button" className="session-button" disabled={!speaking} onClick={() => session.interrupt()}>
      Interrupt <kbd aria-hidden="true">Space</kbd>
    </button>
  )
}

/** Gone once the interview is over: what ends it then is the way to the report. */
function EndButton({ onEnd }: { onEnd: () => void }) {
  const over = useModel(({ state }) => isOver(state))
  if (over) return null
  return (
    <button type="button" className="session-button session-end" onClick={onEnd}>
      End
    </button>
  )
}
