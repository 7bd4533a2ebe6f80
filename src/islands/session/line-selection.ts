/** Lines of code that are being picked: 1-based; `anchor` stays, `cursor` moves. */
export interface LineSelection {
  anchor: number
  cursor: number
}

export interface LineRange {
  from: number
  to: number
}

export function rangeOf({ anchor, cursor }: LineSelection): LineRange {
  return { from: Math.min(anchor, cursor), to: Math.max(anchor, cursor) }
}

/** Where a line stands in a range: outside it, inside, or at an end of it. */
export type Place = '' | 'in' | 'first' | 'last' | 'first last'

export function placeIn(range: LineRange | null, line: number): Place {
  if (!range || line < range.from || line > range.to) return ''
  if (range.from === range.to) return 'first last'
  return line === range.from ? 'first' : line === range.to ? 'last' : 'in'
}

const PAGE = 10

/**
 * The selection after a key: arrows, Home, End and Page keys move the cursor, with Shift the anchor stays.
 * Null for any other key. `count`: lines of the code, 1 or more.
 */
export function moveLines(
  selection: LineSelection,
  key: string,
  shift: boolean,
  count: number,
): LineSelection | null {
  const target = targetOf(selection.cursor, key, count)
  if (target === null) return null
  const cursor = Math.min(Math.max(target, 1), count)
  return { anchor: shift ? selection.anchor : cursor, cursor }
}

function targetOf(cursor: number, key: string, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return cursor + 1
    case 'ArrowUp':
      return cursor - 1
    case 'PageDown':
      return cursor + PAGE
    case 'PageUp':
      return cursor - PAGE
    case 'Home':
      return 1
    case 'End':
      return count
    default:
      return null
  }
}

/**
 * The selection after a tap: the first tap picks its line, a second one reaches from there, a third starts
 * anew. `before` is what was selected.
 */
export function tapLine(before: LineSelection | null, line: number): LineSelection {
  const single = before && before.anchor === before.cursor && before.anchor !== line
  return { anchor: single ? before.anchor : line, cursor: line }
}

/** "Line 45" or "Lines 41 to 47". */
export function nameLines({ from, to }: LineRange): string {
  return from === to ? `Line ${from}` : `Lines ${from} to ${to}`
}

/** "L45" or "L41–47". */
export function shortLines({ from, to }: LineRange): string {
  return from === to ? `L${from}` : `L${from}–${to}`
}
