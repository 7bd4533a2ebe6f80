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
