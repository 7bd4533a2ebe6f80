import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { describeLimiter } from '../limiter.contract.ts'
import { createSqliteLimiter } from './sqlite-limiter.ts'

const requests = Number(process.env['OFFHOOK_REQUESTS'] || 2_000)

describeLimiter('sqlite', (now) => createSqliteLimiter(':memory:', now), requests)

test('two processes that share the file count together', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'offhook-limits-')), 'limits.db')
  const [one, other] = [createSqliteLimiter(path), createSqliteLimiter(path)]
  const allowance = { key: 'a', most: 2, windowMs: 3_600_000 }
  expect(await one.take([allowance])).toEqual({ ok: true })
  expect(await other.take([allowance])).toEqual({ ok: true })
  expect(await one.take([allowance])).toMatchObject({ ok: false })
  await one.close()
  await other.close()
})
