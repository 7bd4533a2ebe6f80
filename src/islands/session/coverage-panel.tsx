import { useModel } from './session-provider.tsx'

/** What has been asked by dimension, against what is planned at least. Never a score. */
export function CoveragePanel() {
  const coverage = useModel((model) => model.state?.coverage)
  return (
    <section className="session-coverage">
      <h2 className="session-heading">Covered so far</h2>
      <p className="session-hint">What has been asked, not how well it went.</p>
      <ul>
        {coverage?.map(({ id, name, asked, planned }) => (
          <li key={id}>
            <span>{name}</span>
            <Squares asked={asked} planned={planned} />
            <span className="session-coverage-count">
              {asked} of {Math.max(asked, planned)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const SIDE = 9
const STEP = 12
/** More squares than this would push the name away; the numbers say the rest. */
const MOST = 8

function Squares({ asked, planned }: { asked: number; planned: number }) {
  const count = Math.min(MOST, Math.max(asked, planned))
  const width = count * STEP
  return (
    <svg className="session-squares" width={width} height={SIDE} aria-hidden="true">
      {Array.from({ length: count }, (_, index) => (
        <rect
          key={index}
          className={index < asked ? 'asked' : undefined}
          x={index * STEP + 0.5}
          y={0.5}
          width={SIDE - 1}
          height={SIDE - 1}
        />
      ))}
    </svg>
  )
}
