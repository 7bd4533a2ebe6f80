import { useModel } from './session-provider.tsx'

/** Tells a screen reader each line of the interviewer once, whole, as soon as it is known. */
export function Announcer() {
  const answer = useModel((model) => model.live.findLast(({ doneSeq }) => doneSeq !== null)?.answer)
  const logged = useModel((model) => {
    const last = model.events.findLast((event) => event.kind === 'agent-said')
    return last?.kind === 'agent-said' ? last.text : ''
  })
  const notice = useModel((model) => model.notice?.message ?? '')
  return (
    <>
      <p className="sr-only" aria-live="polite" data-testid="announcer">
        {answer ? answer : logged}
      </p>
      <p className="sr-only" aria-live="polite">
        {notice}
      </p>
    </>
  )
}
