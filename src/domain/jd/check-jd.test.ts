import { describe, expect, it } from 'vitest'
import { checkJd } from './check-jd.ts'

function codeOf(text: string): string {
  const checked = checkJd(text)
  return checked.ok ? 'ok' : checked.code
}

describe('checkJd', () => {
  it('takes a short job description and gives it back unchanged', () => {
    expect(checkJd(' React dev ')).toMatchObject({ ok: false })
    expect(checkJd('  React and Go  ')).toEqual({ ok: true, text: '  React and Go  ' })
  })

  it('refuses nothing, white space, and markup or invisible characters without words', () => {
    expect(['', ' \n\t ', '<p> </p><script>let words = 1</script>', '\u200B\u200B'].map(codeOf)).toEqual(
      Array(4).fill('jd-empty'),
    )
  })

  it('wants ten characters once cleaned', () => {
    expect(codeOf('123456789')).toBe('jd-too-short')
    expect(codeOf('1234567890')).toBe('ok')
    expect(codeOf('<p>React</p>')).toBe('jd-too-short')
    expect(codeOf('😀'.repeat(9))).toBe('jd-too-short')
  })

  it('counts the limit of 50 KB in bytes of UTF-8', () => {
    expect(codeOf('a'.repeat(51_200))).toBe('ok')
    expect(codeOf('a'.repeat(51_201))).toBe('jd-too-long')
    expect(codeOf('é'.repeat(25_600))).toBe('ok')
    expect(codeOf('é'.repeat(25_601))).toBe('jd-too-long')
    expect(codeOf('開'.repeat(17_067))).toBe('jd-too-long')
    expect(codeOf('😀'.repeat(12_800))).toBe('ok')
    expect(codeOf('😀'.repeat(12_801))).toBe('jd-too-long')
  })

  it('refuses a file pasted as text', () => {
    expect(codeOf('%PDF-1.7 stream \0\0 endstream')).toBe('jd-not-text')
    expect(codeOf(`PK${'\u0003\u0004\u0014'.repeat(20)} document.xml`)).toBe('jd-not-text')
    expect(codeOf('\uFFFD\uFFFD\uFFFD not decoded')).toBe('jd-not-text')
    expect(codeOf('One stray \u0007 bell in a posting that is otherwise a text like any other.')).toBe('ok')
  })

  it('says what to do in plain words', () => {
    const refused = checkJd('')
    expect(refused).toEqual({
      ok: false,
      code: 'jd-empty',
      message: 'There is no job description yet.',
      hint: 'Paste the text of the posting, then press Start.',
    })
  })
})
