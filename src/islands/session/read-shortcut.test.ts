import { describe, expect, test } from 'vitest'
import { readShortcut } from './read-shortcut.ts'

const press = (key: string, change = {}) => {
  return { key, ctrlKey: false, metaKey: false, altKey: false, repeat: false, ...change }
}

describe('readShortcut', () => {
  test('reads a key in either case', () => {
    expect(readShortcut(press('h'), 'page')).toBe('hold')
    expect(readShortcut(press('H'), 'control')).toBe('hold')
    expect(readShortcut(press('?'), 'page')).toBe('help')
  })

  test('leaves every key to a field', () => {
    expect(readShortcut(press('h'), 'field')).toBeUndefined()
    expect(readShortcut(press(' '), 'field')).toBeUndefined()
  })

  test('leaves Space to a control, which it presses', () => {
    expect(readShortcut(press(' '), 'control')).toBeUndefined()
    expect(readShortcut(press(' '), 'page')).toBe('interrupt')
  })

  test('leaves the browser its own shortcuts, and a held key its one press', () => {
    expect(readShortcut(press('k', { ctrlKey: true }), 'page')).toBeUndefined()
    expect(readShortcut(press('n', { metaKey: true }), 'page')).toBeUndefined()
    expect(readShortcut(press('h', { repeat: true }), 'page')).toBeUndefined()
    expect(readShortcut(press('x'), 'page')).toBeUndefined()
  })
})
