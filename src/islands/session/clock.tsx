import { formatClock } from '../../domain/report/format-clock.ts'
import { useModel } from './session-provider.tsx'
import { useClock } from './use-clock.ts'

/** Time that has counted, against the time planned. */
export function Clock() {
  const clockMs = useClock()
  const plannedMs = useModel((model) => model.state?.plannedMs ?? 0)
  return (
    <p className="session-clock">
      <span className="sr-only">Time </span>
      <time>{formatClock(clockMs)}</time>
      <span className="session-clock-of"> of about {formatClock(plannedMs)}</span>
    </p>
  )
}
