export type Shortcut = 'interrupt' | 'done' | 'mute' | 'hold' | 'mark' | 'note' | 'answer' | 'code' | 'help'

/** What the sheet lists, in its order. */
export const shortcuts: { shortcut: Shortcut; key: string; does: string }[] = [
  { shortcut: 'interrupt', key: 'Space', does: 'Stop the interviewer' },
  { shortcut: 'done', key: 'D', does: 'End the spoken answer' },
  { shortcut: 'mute', key: 'M', does: 'Mute the microphone, and hear again' },
  { shortcut: 'hold', key: 'H', does: 'Hold to read or think, and go on' },
  { shortcut: 'answer', key: 'A', does: 'Go to the answer' },
  { shortcut: 'code', key: 'C', does: 'Go to the code' },
  { shortcut: 'note', key: 'N', does: 'Write a note' },
  { shortcut: 'mark', key: 'K', does: 'Mark this moment' },
  { shortcut: 'help', key: '?', does: 'Show these shortcuts' },
]

interface Press {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  repeat: boolean
}

/**
 * The shortcut that a key press means, if any. `focus`: what has the keyboard. A field takes every key; a
 * control takes Space, which presses it.
 */
export function readShortcut(press: Press, focus: 'field' | 'control' | 'page'): Shortcut | undefined {
  if (focus === 'field' || press.ctrlKey || press.metaKey || press.altKey || press.repeat) return undefined
  if (press.key === ' ') return focus === 'page' ? 'interrupt' : undefined
  return shortcuts.find(({ key }) => key.toLowerCase() === press.key.toLowerCase())?.shortcut
}
