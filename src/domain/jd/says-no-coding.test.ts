import { expect, it } from 'vitest'
import { saysNoCoding } from './says-no-coding.ts'

it.each([
  "You don't write production code.",
  'You will not be writing code',
  'No programming needed.',
  'No coding skills are required',
  'Coding is not part of the job.',
  'This is not a programming role.',
  'You coordinate developers; you don’t do their work.',
])('hears that "%s" is no programming', (text) => {
  expect(saysNoCoding(text)).toBe(true)
})

it.each([
  'You write production code every day.',
  'No degree needed; programming is.',
  'Coding is the smaller part of the job.',
  'We do not ask you to write code on a whiteboard.',
])('hears nothing of the kind in "%s"', (text) => {
  expect(saysNoCoding(text)).toBe(false)
})
