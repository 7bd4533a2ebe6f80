import { useEffect, useEffectEvent } from 'react'
import type { Shortcut } from './read-shortcut.ts'
import { readShortcut } from './read-shortcut.ts'

/** Calls `onShortcut` for keys pressed anywhere on the page, but not in a field or under an open dialog. */
export function useShortcuts(onShortcut: (shortcut: Shortcut) => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || document.querySelector('dialog[open]')) return
    const shortcut = readShortcut(event, focusOf(event.target))
    if (!shortcut) return
    event.preventDefault()
    onShortcut(shortcut)
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event)
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
}

function focusOf(target: EventTarget | null): 'field' | 'control' | 'page' {
  if (!(target instanceof HTMLElement)) return 'page'
  if (target.closest('textarea, input, select, [contenteditable]')) return 'field'
  return target.closest('button, a, summary, [role=tab]') ? 'control' : 'page'
}
