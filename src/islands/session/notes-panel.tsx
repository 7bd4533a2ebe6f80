import type { KeyboardEvent, RefObject } from 'react'
import { useState } from 'react'
import { formatClock } from '../../domain/report/format-clock.ts'
import { useModel, useSession } from './session-provider.tsx'

/** The candidate's own notes, each with the time it was written. Enter keeps one, Shift and Enter go on below. */
export function NotesPanel({ field }: { field: RefObject<HTMLTextAreaElement | null> }) {
  const session = useSession()
  const notes = useModel((model) => model.state?.notes)
  const phase = useModel((model) => model.state?.phase)
  const [text, setText] = useState('')
  const add = () => {
    if (text.trim() === '') return
    session.note(text)
    setText('')
  }
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Escape') event.currentTarget.blur()
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    add()
  }
  return (
    <section className="session-notes">
      <h2 className="session-heading">
        Notes <kbd aria-hidden="true">N</kbd>
      </h2>
      <ol>
        {notes?.map((note, index) => (
          <li key={index}>
            <time>{formatClock(note.atMs)}</time>
            <span>{note.text}</span>
          </li>
        ))}
      </ol>
      <textarea
        ref={field}
        className="session-field"
        rows={3}
        maxLength={4_000}
        aria-label="A note"
        placeholder="Write a note. Enter keeps it, with its time."
        value={text}
        disabled={phase !== 'live' && phase !== 'closed'}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={press}
      />
      <button type="button" className="session-button session-add-note" onClick={add}>
        Keep the note
      </button>
    </section>
  )
}
