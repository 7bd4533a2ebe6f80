import { expect, test } from 'vitest'
import { readSurveyForm } from './read-survey-form.ts'
import { surveyAsk } from './survey-view.ts'

function form(fields: Record<string, string>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.append(name, value)
  return data
}

test('asks once: for the session at first, for the call a day later, and nobody who skipped', () => {
  expect(surveyAsk({}, false)).toBe('form')
  expect(surveyAsk({ csat: 4 }, false)).toBe('thanks')
  expect(surveyAsk({ skipped: 'yes' }, false)).toBe('nothing')
  expect(surveyAsk({ csat: 4 }, true)).toBe('after-call')
  expect(surveyAsk({ skipped: 'yes' }, true)).toBe('after-call')
  expect(surveyAsk({ passed: 'waiting' }, true)).toBe('after-call')
  expect(surveyAsk({ passed: 'no' }, true)).toBe('thanks')
})

test('reads the form; what was left open is left out, and a value that is not offered is none', () => {
  expect(readSurveyForm(form({ csat: '5', why: '  ', again: 'yes' }))).toEqual({ csat: 5, again: 'yes' })
  expect(readSurveyForm(form({ csat: '6' }))).toBeNull()
  expect(readSurveyForm(form({ passed: 'maybe' }))).toBeNull()
  expect(readSurveyForm(form({}))).toEqual({})
})
