import { useModel, useSession } from './session-provider.tsx'

/** What is heard of the answer being spoken, as it comes, and the key that ends it. */
export function HeardLine() {
  const session = useSession()
  const heard = useModel((model) => model.heard)
  const microphone = useModel((model) => model.microphone)
  if (!microphone) return null
  return (
    <div className="heard" data-empty={heard === ''}>
      <p className="heard-words">{heard === '' ? 'What you say appears here.' : heard}</p>
      <button
        type="button"
        className="session-button session-button-filled"
        disabled={heard === ''}
        onClick={() => session.finishAnswer()}
      >
        Done <kbd aria-hidden="true">D</kbd>
      </button>
    </div>
  )
}
