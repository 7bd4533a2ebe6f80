import type { KeyboardEvent, RefObject } from 'react'
import { useId, useState } from 'react'
import { HeardLine } from './heard-line.tsx'
import { useModel, useSession } from './session-provider.tsx'
import { isLineDue } from './session-view.ts'

/** Hints belong to coaching mode. */
const quick = { senior: ['Let me think', 'Repeat'], mid: ['Let me think', 'Repeat', 'Hint'] }

/** Where answers are written. Ctrl or Cmd and Enter send. */
export function AnswerBox({ field }: { field: RefObject<HTMLTextAreaElement | null> }) {
  const session = useSession()
  const draft = useModel((model) => model.draft)
  const awaited = useModel(isLineDue)
  const level = useModel((model) => model.state?.level ?? 'senior')
  const spoken = useModel((model) => model.microphone !== null)
  const [problem, setProblem] = useState('')
  const problemId = useId()
  const submit = (text: string) => {
    if (awaited) return setProblem('Your last answer is on its way. Send this one after it.')
    if (!session.submit(text)) return setProblem('Write an answer first, or press Let me think.')
    setProblem('')
    field.current?.focus()
  }
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Escape') event.currentTarget.blur()
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
    event.preventDefault()
    submit(draft)
  }
  const change = (text: string) => {
    session.write(text)
    setProblem('')
  }
  return (
    <form
      className={spoken ? 'session-answer session-answer-spoken' : 'session-answer'}
      onSubmit={(event) => {
        event.preventDefault()
        submit(draft)
      }}
    >
      <HeardLine />
      <textarea
        ref={field}
        className="session-field session-answer-field"
        rows={spoken ? 1 : 3}
        maxLength={200_000}
        aria-label="Your answer"
        aria-invalid={problem !== ''}
        aria-describedby={problem === '' ? undefined : problemId}
        placeholder={spoken ? 'Or type it here.' : 'Say it as you would on the phone.'}
        value={draft}
        onChange={(event) => change(event.target.value)}
        onKeyDown={press}
      />
      <p id={problemId} className="session-answer-problem" role="alert">
        {problem}
      </p>
      <div className="session-answer-row">
        <div className="session-quick" role="group" aria-label="Say at once">
          {quick[level].map((words) => (
            <button key={words} type="button" className="session-button-plain" onClick={() => submit(words)}>
              {words}
            </button>
          ))}
        </div>
        <span className="session-hint session-send-keys" aria-hidden="true">
          <kbd>Ctrl</kbd> <kbd>Enter</kbd>
        </span>
        <button type="submit" className="session-button session-button-filled session-send">
          Send
        </button>
      </div>
    </form>
  )
}
