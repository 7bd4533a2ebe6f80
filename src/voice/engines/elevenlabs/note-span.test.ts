import { expect, test } from 'vitest'
import { noteSpan } from './note-span.ts'

function setUp() {
  let at = 0
  const span = noteSpan(() => at)
  return { span, soundsAt: (time: number) => ((at = time), span.sound()) }
}

test('a turn lasts from its first sound to its last', () => {
  const { span, soundsAt } = setUp()
  for (const at of [1_000, 1_100, 2_500]) soundsAt(at)
  expect(span.end()).toEqual({ startedAt: 1_000, endedAt: 2_500 })
  expect(span.end()).toBeNull()
})

test('a cough long before it is not its beginning, a thought in the middle of it is no end', () => {
  const { span, soundsAt } = setUp()
  soundsAt(1_000)
  soundsAt(3_000)
  span.words()
  soundsAt(9_000)
  expect(span.end()).toEqual({ startedAt: 3_000, endedAt: 9_000 })
})
