import { useEffect, useState } from 'react'
import { useModel, useSession } from './session-provider.tsx'
import { Shape } from './shape.tsx'

/** Milliseconds that the button says it was pressed. */
const SAYS_SO_MS = 2_000

/** Marks this moment for the report. */
export function MarkButton({ short = false }: { short?: boolean }) {
  const session = useSession()
  const phase = useModel((model) => model.state?.phase)
  const marks = useModel((model) => model.events.filter(({ kind }) => kind === 'moment-marked').length)
  const [seen, setSeen] = useState(marks)
  useEffect(() => {
    if (seen === marks) return undefined
    const timer = setTimeout(() => setSeen(marks), SAYS_SO_MS)
    return () => clearTimeout(timer)
  }, [seen, marks])
  const label = short ? 'Mark' : 'Mark this moment'
  return (
    <button
      type="button"
      className="session-button session-mark"
      disabled={phase !== 'live' && phase !== 'closed'}
      onClick={() => session.mark()}
    >
      <Shape name="mark" />
      <span aria-live="polite">{marks > seen ? 'Marked' : label}</span>
      <kbd aria-hidden="true">K</kbd>
    </button>
  )
}
