import { Modal } from './modal.tsx'
import { shortcuts } from './read-shortcut.ts'

const inFields = [
  { key: 'Ctrl or ⌘ Enter', does: 'Send the answer' },
  { key: 'Esc', does: 'Leave the field, so that the keys above work' },
  { key: '↑ ↓', does: 'In the code: go to a line' },
  { key: 'Shift ↑ ↓', does: 'In the code: take in more lines' },
  { key: 'Enter', does: 'In the code: mean these lines by “this”' },
]

/** Every key that does something. */
export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  return (
    <Modal title="Shortcuts" onClose={onClose}>
      <dl className="session-keys">
        {[...shortcuts, ...inFields].map(({ key, does }) => (
          <div key={does}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <div className="session-modal-actions">
        <button type="button" className="button" onClick={onClose}>
          Close
        </button>
      </div>
    </Modal>
  )
}
