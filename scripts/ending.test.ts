import { expect, test } from 'vitest'
import { explainFailure } from './ending.mjs'

test.each([
  ['npm error code ENOSPC\nnpm error nospc no space left on device', /^The disk is full/],
  ['npm error code ENOTFOUND\nnpm error network request failed', /^The package registry cannot be reached/],
  ['npm error code EAI_AGAIN', /^The package registry cannot be reached/],
  ['npm error code E503', /^The package registry cannot be reached/],
  ['npm error code EUSAGE\nnpm error Missing: x from lock file', /^package-lock.json does not match/],
])('explains %j', (output, sentence) => {
  expect(explainFailure(output)).toMatch(sentence)
})

test('explains nothing it does not know', () => {
  expect(explainFailure('npm error code ERESOLVE')).toBeNull()
})
