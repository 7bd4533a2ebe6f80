import { useModel, useSession } from './session-provider.tsx'

/** The answer's field has gone, and the keyboard with it. */
function takeLostFocus(button: HTMLButtonElement | null): void {
  if (document.activeElement === document.body) button?.focus()
}

/** Takes the place of the answer once the interview is over. */
export function EndedPanel() {
  const session = useSession()
  const graded = useModel((model) => model.state?.phase === 'finished')
  const finishing = useModel((model) => model.finishing)
  return (
    <section className="session-ended" aria-label="The interview is over">
      <p className="session-ended-text">
        {graded ? 'This interview is over and its report is ready.' : 'The interview is over. Thank you.'}
      </p>
      <button
        ref={takeLostFocus}
        type="button"
        className="button button-filled"
        disabled={finishing}
        onClick={() => void session.end()}
      >
        {finishing ? 'Making the report' : 'See the report'}
      </button>
    </section>
  )
}
