import { expect, test } from 'vitest'
import { readForm } from './read-form.ts'

const post = (body: string, type: string) =>
  new Request('http://localhost/start', { method: 'POST', body, headers: { 'content-type': type } })

test('reads the fields of a form', async () => {
  const form = await readForm(post('jd=queues&focus=a&focus=b', 'application/x-www-form-urlencoded'))
  expect(form?.get('jd')).toBe('queues')
  expect(form?.getAll('focus')).toEqual(['a', 'b'])
})

test.each([
  ['{"jd":"queues"}', 'application/json'],
  ['queues', 'text/plain'],
  ['cut off', 'multipart/form-data; boundary=x'],
])('%s as %s is no form', async (body, type) => {
  expect(await readForm(post(body, type))).toBeNull()
})

test('1 MB is read, and one byte more is not', async () => {
  const type = 'application/x-www-form-urlencoded'
  const whole = 1024 * 1024
  expect((await readForm(post(`jd=${'x'.repeat(whole - 3)}`, type)))?.get('jd')).toHaveLength(whole - 3)
  expect(await readForm(post(`jd=${'x'.repeat(whole - 2)}`, type))).toBeNull()
})

test('a body that breaks off is no form', async () => {
  const body = new ReadableStream({ start: (controller) => controller.error(new Error('the line broke')) })
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const init = { method: 'POST', body, headers, duplex: 'half' }
  expect(await readForm(new Request('http://localhost/start', init))).toBeNull()
})
