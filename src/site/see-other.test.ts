import { expect, test } from 'vitest'
import { seeOther } from './see-other.ts'

test('sends the browser on, with the cookie it is to keep', () => {
  const response = seeOther('/session/a', 'offhook=b; Path=/')
  expect(response.status).toBe(303)
  expect(response.headers.get('location')).toBe('/session/a')
  expect(response.headers.get('set-cookie')).toBe('offhook=b; Path=/')
})

test('sets no cookie where there is none', () => {
  expect(seeOther('/').headers.has('set-cookie')).toBe(false)
})
