import { useMemo } from 'react'
import { nameLines, placeIn, shortLines } from './line-selection.ts'
import { useModel } from './session-provider.tsx'
import { splitLines } from '../../wire/split-lines.ts'

/** The lines under discussion, above the tabs of a phone: the interviewer's, else the candidate's own. */
export function PinnedLines() {
  const card = useModel((model) => model.state?.snippet ?? null)
  const html = useModel((model) => (card ? model.snippets[card.snippetId]?.html : undefined))
  const range = useModel((model) => model.state?.highlighted ?? model.state?.selected ?? null)
  const lines = useMemo(() => splitLines(html ?? ''), [html])
  if (!card || html === undefined || range?.snippetId !== card.snippetId) return null
  return (
    <section className="session-pinned" aria-label={`${nameLines(range)} of the code`} tabIndex={0}>
      <p className="session-pinned-head">
        <span className="session-pinned-title">{card.title}</span>
        <span className="session-pinned-range mono">{shortLines(range)}</span>
      </p>
      <ol start={range.from}>
        {lines.slice(range.from - 1, range.to).map((line, index) => (
          <li key={index} className="session-line marked">
            <span className={`session-bracket ${placeIn(range, range.from + index)}`} />
            <span className="number" aria-hidden="true">
              {range.from + index}
            </span>
            <span className="source" dangerouslySetInnerHTML={{ __html: line }} />
          </li>
        ))}
      </ol>
    </section>
  )
}
