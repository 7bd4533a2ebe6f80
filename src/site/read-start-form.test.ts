import { expect, test } from 'vitest'
import { readStartForm, toStartRequest, UNTYPED } from './read-start-form.ts'

function form(...fields: [string, string][]): FormData {
  const data = new FormData()
  for (const [name, value] of fields) data.append(name, value)
  return data
}

test('reads every field of the setup form', () => {
  const typed = readStartForm(
    form(
      ['jd', 'Senior engineer'],
      ['level', 'mid'],
      ['domain', 'edge'],
      ['focus', 'caching'],
      ['focus', 'observability'],
      ['extraTime', 'yes'],
    ),
  )
  expect(typed).toEqual({
    jd: 'Senior engineer',
    level: 'mid',
    domain: 'edge',
    focus: ['caching', 'observability'],
    extraTime: true,
    origin: {},
  })
  expect(toStartRequest(typed)).toEqual(typed)
})

test('tells of the page or invitation it stood on, and refuses nobody for one that is none', () => {
  const origin = (...fields: [string, string][]) => readStartForm(form(['jd', 'x'], ...fields)).origin
  expect(origin(['landing', 'posthog'], ['invite', 'friends-2'])).toEqual({
    landing: 'posthog',
    invite: 'friends-2',
  })
  expect(origin(['landing', '<script>'])).toEqual({})
  expect(origin(['invite', 'x'.repeat(41)])).toEqual({})
})

test('takes an absent field for one that was not touched', () => {
  expect(readStartForm(form())).toEqual(UNTYPED)
})

test('keeps what was typed when a choice is none of those offered, and makes no request of it', () => {
  const typed = readStartForm(form(['jd', 'Senior engineer'], ['level', 'staff']))
  expect(typed.jd).toBe('Senior engineer')
  expect(toStartRequest(typed)).toBeNull()
})

test('takes a file for an empty field', () => {
  const data = new FormData()
  data.append('jd', new File(['x'], 'jd.pdf'))
  expect(readStartForm(data).jd).toBe('')
})
