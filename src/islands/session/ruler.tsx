import { useModel } from './session-provider.tsx'
import type { RulerPart } from './session-view.ts'
import { rulerParts } from './session-view.ts'
import { useClock, useSectionStart } from './use-clock.ts'

/** The interview to scale, with the section that is on. */
export function Ruler() {
  const state = useModel((model) => model.state)
  const clockMs = useClock()
  const startedAtMs = useSectionStart()
  if (!state) return null
  const parts = rulerParts(state, clockMs, startedAtMs)
  return (
    <div className="session-ruler">
      <ol className="sr-only" aria-label="Sections">
        {parts.map(({ id, name, active, done }) => (
          <li key={id} aria-current={active ? 'step' : undefined}>
            {id} {name}
            {done === 1 && !active ? ', done' : ''}
          </li>
        ))}
      </ol>
      <svg aria-hidden="true">
        {parts.map((part) => (
          <Part key={part.id} part={part} />
        ))}
      </svg>
    </div>
  )
}

function Part({ part }: { part: RulerPart }) {
  const { id, name, from, width, done, active } = part
  return (
    <svg x={`${from}%`} width={`${width}%`} height="32" className={active ? 'active' : undefined}>
      <rect className="part-ground" width="100%" height="32" />
      <rect className="part-done" width={`${100 * done}%`} height="3" />
      <line className="part-edge" x1="100%" x2="100%" y2="32" />
      <text x={from === 0 ? 24 : 12} y="21">
        <tspan className="letter">{id}</tspan>
        <tspan dx="6">{name}</tspan>
      </text>
    </svg>
  )
}

/** The four letters, for a narrow screen. */
export function SectionLetters() {
  const sections = useModel((model) => model.state?.sections)
  const section = useModel((model) => model.state?.section)
  const active = sections?.findIndex(({ id }) => id === section) ?? -1
  return (
    <ol className="session-letters" aria-label="Sections">
      {sections?.map(({ id, name }, index) => (
        <li
          key={id}
          aria-current={index === active ? 'step' : undefined}
          className={index < active ? 'done' : undefined}
        >
          <span aria-hidden="true">{id}</span>
          <span className="sr-only">
            {id} {name}
            {index < active ? ', done' : ''}
          </span>
        </li>
      ))}
    </ol>
  )
}
