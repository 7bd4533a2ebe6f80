import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

const script = join(dirname(import.meta.dirname), 'scripts', 'start.mjs')
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'offhook-start-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Ends before anything is installed or built, since each of these cases is found out first. */
function start(env: Record<string, string>) {
  return new Promise<{ code: number | null; said: string }>((resolve) => {
    const child = spawn(process.execPath, [script], { env: { ...process.env, OFFHOOK_DATA: folder, ...env } })
    let said = ''
    child.stdout.on('data', (chunk) => (said += String(chunk)))
    child.stderr.on('data', (chunk) => (said += String(chunk)))
    child.once('close', (code) => resolve({ code, said }))
  })
}

test('a taken port ends it with one sentence that names PORT', async () => {
  const other = createServer()
  await new Promise<void>((listening) => other.listen(0, '127.0.0.1', listening))
  const address = other.address()
  if (address === null || typeof address === 'string') throw new Error('the other server has no port')
  const end = await start({ PORT: String(address.port) })
  other.close()
  const advice = `stop what uses it, or choose another, as in PORT=${address.port + 1} npm start.`
  expect(end).toEqual({ code: 1, said: `Port ${address.port} is taken: ${advice}\n` })
})

test('a PORT that is no number is refused', async () => {
  expect(await start({ PORT: 'abc' })).toEqual({
    code: 1,
    said: 'PORT must be a number from 0 to 65535, not "abc".\n',
  })
})

test('a data folder that cannot be written is named, and how to choose another', async () => {
  const file = join(folder, 'a-file')
  writeFileSync(file, '')
  const end = await start({ OFFHOOK_DATA: file })
  const advice = 'choose another with OFFHOOK_DATA, then run the same command again.'
  expect(end).toEqual({ code: 1, said: `The data folder ${file} cannot be written (EEXIST): ${advice}\n` })
})
