import { useState } from 'react'
import { useModel } from './session-provider.tsx'

/** Tells a screen reader each line of the interviewer once, whole, as soon as it is known. */
export function Announcer() {
  const answer = useModel((model) => model.live.findLast(({ doneSeq }) => doneSeq !== null)?.answer)
  const question = useModel((model) => model.state?.question?.text ?? '')
  const [text, setText] = useState(question)
  if (answer && answer !== text) setText(answer)
  return (
    <p className="sr-only" aria-live="polite">
      {text}
    </p>
  )
}
