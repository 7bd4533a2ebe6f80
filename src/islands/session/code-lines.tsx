import type { RefObject } from 'react'
import { memo, useEffect, useMemo, useRef, useState } from 'react'
import type { Place } from './line-selection.ts'
import { nameLines, placeIn, rangeOf } from './line-selection.ts'
import { useModel, useSession } from './session-provider.tsx'
import { splitLines } from '../../wire/split-lines.ts'
import { useLinePicking } from './use-line-picking.ts'

interface CodeLinesProps {
  snippetId: string
  html: string
}

/** The code, line by line. Lines are picked by mouse, touch or keys, and the interviewer's are marked. */
export function CodeLines({ snippetId, html }: CodeLinesProps) {
  const session = useSession()
  const lines = useMemo(() => splitLines(html), [html])
  const highlighted = useModel((model) => model.state?.highlighted ?? null)
  const selected = useModel((model) => model.state?.selected ?? null)
  const [announced, announce] = useState('')
  const { picking, handlers } = useLinePicking(lines.length, (range) => {
    session.pickLines(range.from, range.to)
    announce(`${nameLines(range)} picked: “this” means them.`)
  })
  const box = useRef<HTMLDivElement>(null)
  const marked = highlighted?.snippetId === snippetId ? highlighted : null
  useScrollTo(box, marked?.from, marked?.to)
  const cursor = picking?.cursor
  useScrollTo(box, cursor, cursor)
  const own = picking ? rangeOf(picking) : selected?.snippetId === snippetId ? selected : null
  return (
    <div id="view-panel-code" className="session-code-scroll" ref={box}>
      <div
        className="session-lines"
        role="listbox"
        aria-label="Code lines"
        aria-multiselectable="true"
        aria-activedescendant={cursor === undefined ? undefined : `line-${snippetId}-${cursor}`}
        tabIndex={0}
        data-focus="code"
        {...handlers}
      >
        {lines.map((line, index) => (
          <Line
            key={index}
            id={`line-${snippetId}-${index + 1}`}
            number={index + 1}
            html={line}
            marked={placeIn(marked, index + 1)}
            own={placeIn(own, index + 1)}
            isCursor={cursor === index + 1}
          />
        ))}
      </div>
      <p className="sr-only" aria-live="polite">
        {announced}
      </p>
    </div>
  )
}

interface LineProps {
  id: string
  number: number
  html: string
  marked: Place
  own: Place
  isCursor: boolean
}

const Line = memo(function Line({ id, number, html, marked, own, isCursor }: LineProps) {
  const classes = ['session-line', marked && 'marked', own && 'own', isCursor && 'cursor']
  return (
    <div
      id={id}
      data-line={number}
      role="option"
      aria-selected={own !== ''}
      aria-label={html === '' ? `${number}, empty` : undefined}
      className={classes.filter(Boolean).join(' ')}
    >
      {marked !== '' && <span className={`session-bracket ${marked}`} />}
      {own !== '' && <span className={`session-bracket session-bracket-own ${own}`} />}
      <span className="number">{number}</span>
      <span className="source" dangerouslySetInnerHTML={{ __html: html }} />
    </div>
  )
})

/** Brings lines into view when they are not: one line by the shortest way, a range to the middle. */
function useScrollTo(box: RefObject<HTMLDivElement | null>, from?: number, to?: number): void {
  useEffect(() => {
    const scroller = box.current
    const first = scroller?.querySelector(`[data-line="${from}"]`)?.getBoundingClientRect()
    const last = scroller?.querySelector(`[data-line="${to}"]`)?.getBoundingClientRect()
    if (!scroller || !first || !last) return
    const view = scroller.getBoundingClientRect()
    const above = first.top - view.top
    const below = last.bottom - view.bottom
    if (above >= 0 && below <= 0) return
    if (from === to) scroller.scrollBy({ top: above < 0 ? above : below })
    else scroller.scrollBy({ top: (above + below) / 2, behavior: 'smooth' })
  }, [box, from, to])
}
