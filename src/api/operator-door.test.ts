import { expect, test } from 'vitest'
import { createOperatorDoor } from './operator-door.ts'

const token = 'the token of the operator, 32 letters'
const door = createOperatorDoor('a secret', token)
const cookieOf = (setCookie: string | undefined) => setCookie?.split(';')[0] ?? ''

test('knows the token and nothing that is like it', () => {
  expect(door.knows(`Bearer ${token}`)).toBe(true)
  for (const other of [
    undefined,
    '',
    token,
    `bearer ${token}`,
    `Bearer ${token} `,
    `Bearer ${token.slice(1)}`,
  ])
    expect(door.knows(other)).toBe(false)
})

test('the token opens it for half a day', () => {
  expect(door.open('something else', 0, true)).toBeUndefined()
  const entry = door.open(token, 1_000, true)
  expect(entry).toMatch(/; Path=\/operator; Max-Age=43200; HttpOnly; SameSite=Strict; Secure$/)
  expect(door.isOpen(cookieOf(entry), 1_000)).toBe(true)
  expect(door.isOpen(cookieOf(entry), 1_000 + 12 * 60 * 60 * 1000)).toBe(false)
})

test('an entry that was changed, or made for another token, opens nothing', () => {
  const entry = cookieOf(door.open(token, 1_000, false))
  expect(door.isOpen(entry.replace('=4', '=9'), 1_000)).toBe(false)
  expect(createOperatorDoor('a secret', `${token}!`).isOpen(entry, 1_000)).toBe(false)
  expect(door.isOpen(null, 1_000)).toBe(false)
  expect(door.isOpen('offhook-operator=.', 1_000)).toBe(false)
})
