import { useModel, useSession } from './session-provider.tsx'

/** Stands in for an interview that is not there or could not be loaded. */
export function FaultPage() {
  const session = useSession()
  const missing = useModel((model) => model.status === 'missing')
  const notice = useModel((model) => model.notice)
  return (
    <div className="session-message" role="alert">
      <h1>{missing ? 'There is no such interview here' : 'The interview could not be loaded'}</h1>
      <p>
        {notice?.message} {notice?.hint}
      </p>
      <p className="session-message-actions">
        {!missing && (
          <button type="button" className="button button-filled" onClick={() => void session.join()}>
            Try again
          </button>
        )}
        <a className="button" href="/sessions">
          See your interviews
        </a>
      </p>
    </div>
  )
}
