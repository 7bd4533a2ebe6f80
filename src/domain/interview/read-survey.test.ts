import { expect, test } from 'vitest'
import { readSurvey } from './read-survey.ts'

test('keeps the answers that fit and leaves out all others', () => {
  expect(readSurvey({ csat: 5, again: 'perhaps', why: ' short ', fair: 4, confidenceAfter: 9 })).toEqual({
    csat: 5,
    why: 'short',
  })
  expect(readSurvey(undefined)).toEqual({})
  expect(readSurvey(JSON.parse('{"__proto__": 1, "toString": "x"}'))).toEqual({})
})
