import { describe, expect, test } from 'vitest'
import { cmsMode } from './cms-mode.ts'
import { isCmsOpen } from './is-cms-open.ts'

const hosted = {
  PUBLIC_KEYSTATIC_GITHUB_REPO: 'owner/name',
  PUBLIC_KEYSTATIC_GITHUB_APP_SLUG: 'app',
  KEYSTATIC_GITHUB_CLIENT_ID: 'id',
  KEYSTATIC_GITHUB_CLIENT_SECRET: 'secret',
  KEYSTATIC_SECRET: 'x'.repeat(32),
}

describe('cmsMode', () => {
  test('is off unless asked for, and local only on a development server', () => {
    expect(cmsMode({}, true)).toBe('off')
    expect(cmsMode({ OFFHOOK_CMS: 'local' }, true)).toBe('local')
    expect(cmsMode({ OFFHOOK_CMS: 'local' }, false)).toBe('off')
  })

  test('is hosted with all its settings, wherever it runs', () => {
    expect(cmsMode(hosted, false)).toBe('github')
    expect(cmsMode({ ...hosted, OFFHOOK_CMS: 'local' }, true)).toBe('github')
  })

  test.each(Object.keys(hosted))('names %s when it alone is missing, and stays shut', (name) => {
    const lacking = { ...hosted, [name]: '' }
    expect(() => cmsMode(lacking, false)).toThrow(name)
    expect(isCmsOpen(lacking, false)).toBe(false)
    expect(isCmsOpen(hosted, false)).toBe(true)
  })
})
