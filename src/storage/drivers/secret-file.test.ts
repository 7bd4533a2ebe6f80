import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readSecretFile } from './secret-file.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'offhook-secret-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('the secret is made once, long, for its owner alone', () => {
  const data = join(folder, 'new')
  const secret = readSecretFile(data, 'cookie-secret')
  expect(secret.length).toBeGreaterThanOrEqual(43)
  expect(readSecretFile(data, 'cookie-secret')).toBe(secret)
  expect(statSync(join(data, 'cookie-secret')).mode & 0o777).toBe(0o600)
  expect(readSecretFile(join(folder, 'another'), 'cookie-secret')).not.toBe(secret)
})

test('a secret that is there is read without writing, so that a full disk does not stop a start', () => {
  const secret = readSecretFile(folder, 'cookie-secret')
  mkdirSync(join(folder, `cookie-secret.${process.pid}`))
  expect(readSecretFile(folder, 'cookie-secret')).toBe(secret)
})
