import type { KeyboardEvent, PointerEvent } from 'react'
import { useRef, useState } from 'react'
import type { LineRange, LineSelection } from './line-selection.ts'
import { moveLines, rangeOf, tapLine } from './line-selection.ts'

/**
 * Picking lines: drag with a mouse, tap twice on a touch screen, arrows and Enter on a keyboard. `onPick` is
 * called with every range that is meant, not with those on the way to it.
 */
export function useLinePicking(count: number, onPick: (range: LineRange) => void) {
  const [picking, setPicking] = useState<LineSelection | null>(null)
  const dragging = useRef(false)

  const down = (event: PointerEvent) => {
    const line = lineOf(event.target)
    if (line === null || event.button !== 0 || event.pointerType === 'touch') return
    dragging.current = true
    setPicking({ anchor: event.shiftKey && picking ? picking.anchor : line, cursor: line })
  }
  const move = (event: PointerEvent) => {
    const line = lineOf(event.target)
    if (dragging.current && picking && line !== null && line !== picking.cursor)
      setPicking({ anchor: picking.anchor, cursor: line })
  }
  const up = (event: PointerEvent) => {
    const line = lineOf(event.target)
    if (event.pointerType === 'touch' && line !== null) {
      const next = tapLine(picking, line)
      setPicking(next)
      onPick(rangeOf(next))
    } else if (dragging.current && picking) onPick(rangeOf(picking))
    dragging.current = false
  }
  const leave = () => {
    if (dragging.current && picking) onPick(rangeOf(picking))
    dragging.current = false
  }
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Enter' && picking) {
      event.preventDefault()
      onPick(rangeOf(picking))
    }
    const next = moveLines(
      picking ?? { anchor: 0, cursor: 0 },
      event.key,
      event.shiftKey && picking !== null,
      count,
    )
    if (!next) return
    event.preventDefault()
    setPicking(next)
  }
  const handlers = {
    onPointerDown: down,
    onPointerMove: move,
    onPointerUp: up,
    onPointerLeave: leave,
    onPointerCancel: () => {
      dragging.current = false
    },
    onKeyDown: press,
  }
  return { picking, handlers }
}

function lineOf(target: EventTarget): number | null {
  if (!(target instanceof Element)) return null
  const line = target.closest('[data-line]')?.getAttribute('data-line')
  return line ? Number(line) : null
}
