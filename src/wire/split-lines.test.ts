import { describe, expect, test } from 'vitest'
import { splitLines } from './split-lines.ts'

describe('splitLines', () => {
  test('gives what is inside every line, empty ones included', () => {
    const html =
      '<span class="line"><span class="k">const</span> a</span>\n<span class="line"></span>\n<span class="line">b</span>\n'
    expect(splitLines(html)).toEqual(['<span class="k">const</span> a', '', 'b'])
  })
})
