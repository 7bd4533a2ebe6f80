import { Modal } from './modal.tsx'
import { useModel, useSession } from './session-provider.tsx'

/** Asks once more, since an ended interview cannot be taken up again. */
export function EndDialog({ onClose }: { onClose: () => void }) {
  const session = useSession()
  const finishing = useModel((model) => model.finishing)
  const network = useModel((model) => model.network.state)
  const notice = useModel((model) => model.notice)
  return (
    <Modal title="End the interview?" onClose={onClose}>
      <p>The report is made from what you have said so far. You cannot come back to the questions.</p>
      {finishing && network === 'reconnecting' && (
        <p role="status">Reconnecting. The report is made as soon as the server answers.</p>
      )}
      {!finishing && notice && (
        <p role="alert">
          {notice.message} {notice.hint}
        </p>
      )}
      <div className="session-modal-actions">
        <button
          type="button"
          className="button button-filled"
          disabled={finishing}
          onClick={() => void session.end()}
        >
          {finishing ? 'Making the report' : 'End and see the report'}
        </button>
        <button type="button" className="button" disabled={finishing} onClick={onClose}>
          Go on
        </button>
      </div>
    </Modal>
  )
}
