import { useState } from 'react'
import type { LineFault } from '../../voice/voice-engine.ts'
import { localManner, typedManner } from './engine.ts'
import { useChange, useModel, useSession } from './session-provider.tsx'
import { useLoading } from './use-loading.ts'

/** Dialling again does not mend these: another way is offered at once. */
const FINAL: readonly LineFault[] = ['no-access', 'refused', 'unusable']
/** Of the others after so many attempts. */
const PATIENCE = 3

/** Where the line to a far side does not come: the other ways to go on, with the same interview and without a reload. */
export function LineHelp() {
  const fault = useModel((model) => model.lineFault)
  const failures = useModel((model) => model.lineFailures)
  const isLive = useModel((model) => model.state?.phase !== 'closed' && model.state?.phase !== 'finished')
  const change = useChange()
  const [isHere, setHere] = useState(false)
  const isOffered = fault !== null && isLive && (FINAL.includes(fault) || failures >= PATIENCE)
  if (!isOffered && !isHere) return null
  return (
    <div className="session-notice session-line-help" role="group" aria-label="Other ways to go on">
      {isHere ? (
        <HereLoading onType={() => change(typedManner())} />
      ) : (
        <>
          <p>
            You can go on without that line, from where you are. Nothing is lost, and nothing is asked twice.
            The sound then stays on this device, and what you say is not recorded.
          </p>
          <button type="button" className="session-button" onClick={() => setHere(true)}>
            Go on with this device’s voice
          </button>
          <button type="button" className="session-button" onClick={() => change(typedManner())}>
            Go on in writing
          </button>
        </>
      )}
    </div>
  )
}

/** Fetches the voice on this device and goes on with it. */
function HereLoading({ onType }: { onType: () => void }) {
  const session = useSession()
  const change = useChange()
  const { voice, share, problem, retry } = useLoading()
  const [isBegun, setBegun] = useState(false)
  if (voice && share === 1 && !isBegun) {
    setBegun(true)
    queueMicrotask(() => change(localManner(voice, { deviceId: session.device(), record: false })))
  }
  return (
    <>
      <p role="status">
        {problem === '' ? `The voice of this device: ${Math.floor(share * 100)}% is here.` : problem}
      </p>
      {problem !== '' && (
        <button type="button" className="session-button" onClick={retry}>
          Try again
        </button>
      )}
      <button type="button" className="session-button" onClick={onType}>
        Go on in writing
      </button>
    </>
  )
}
