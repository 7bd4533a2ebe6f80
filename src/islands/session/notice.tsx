import { useModel, useSession } from './session-provider.tsx'

/** What the server refused, and what to do about it. */
export function Notice() {
  const { store, sessionId } = useSession()
  const notice = useModel((model) => model.notice)
  const isFinished = useModel((model) => model.state?.phase === 'finished')
  if (!notice || isFinished) return null
  return (
    <div className="session-notice" role="alert">
      <p>
        <b>{notice.message}</b> {notice.hint}
        {notice.code === 'no-credit' && (
          <>
            {' '}
            <a href={`/checkout?session=${sessionId}`}>To the checkout: the interview waits for you.</a>
          </>
        )}
      </p>
      <button
        type="button"
        className="session-button-plain"
        onClick={() => store.dispatch({ kind: 'notice-closed' })}
      >
        Close
      </button>
    </div>
  )
}
