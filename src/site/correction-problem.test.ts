import { expect, test } from 'vitest'
import { correctionProblem } from './correction-problem.ts'

test('words a refusal by its code, and an unknown code too', () => {
  expect(correctionProblem('already-started')?.message).toBe('the interview has started.')
  expect(correctionProblem('whatever')?.message).toBe('it could not be changed.')
})

test('says nothing without a code', () => {
  expect(correctionProblem(null)).toBeNull()
})
