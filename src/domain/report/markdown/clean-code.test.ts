import { expect, test } from 'vitest'
import { cleanCode } from './clean-code.ts'

test('keeps lines, indents and addresses, and drops what nobody sees', () => {
  expect(cleanCode('-\ta  b\r\n+ \u202ehttps://a.example\u0000\r\n \u2028@@\ud800 \n\n')).toBe(
    '-\ta  b\n+ https://a.example\n \n@@',
  )
})
