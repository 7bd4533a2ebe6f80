import { expect, test, vi } from 'vitest'
import { patientSignal } from './patient-signal.ts'

test('a process that was held up does not take it for silence', () => {
  vi.useFakeTimers()
  const signal = patientSignal(10_000)
  vi.setSystemTime(Date.now() + 60_000)
  vi.runOnlyPendingTimers()
  expect(signal.aborted).toBe(false)
  vi.advanceTimersByTime(4_999)
  expect(signal.aborted).toBe(false)
  vi.advanceTimersByTime(1)
  expect(signal.aborted).toBe(true)
  vi.useRealTimers()
})
