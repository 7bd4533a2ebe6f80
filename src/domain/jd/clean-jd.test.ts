import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanJd } from './clean-jd.ts'

describe('cleanJd', () => {
  it('gives each block and bullet of pasted HTML its own line', () => {
    const html = `<h2>Senior Engineer</h2><p>You own the <b>billing</b>
      platform.</p><ul><li>Node.js &amp; React</li><li>Postgres</li></ul>`
    expect(
      cleanJd(html)
        .split('\n')
        .filter((line) => line !== ''),
    ).toEqual(['Senior Engineer', 'You own the billing platform.', '- Node.js & React', '- Postgres'])
  })

  it('drops scripts and styles with what is in them', () => {
    const html = '<style>p { color: red }</style><p>React</p><script>alert("Kubernetes")</script><p>Go</p>'
    expect(cleanJd(html)).toBe('React\n\nGo')
  })

  it('decodes entities in plain text and leaves a bare ampersand alone', () => {
    expect(cleanJd('R&D at AT&T: C&#35;, &lt;10&nbsp;ms &ndash; and?a=1&para=2')).toBe(
      'R&D at AT&T: C#, <10 ms – and?a=1&para=2',
    )
  })

  it('keeps what only looks like a tag', () => {
    expect(cleanJd('p99 < 10 ms at <ORGANIZATION> in <ADDRESS>\nsecond line')).toBe(
      'p99 < 10 ms at <ORGANIZATION> in <ADDRESS>\nsecond line',
    )
    expect(cleanJd('<p>We at <ORGANIZATION> use p99<5</p>')).toBe('We at <ORGANIZATION> use p99<5')
  })

  it('removes control, zero-width, bidirectional and tag characters', () => {
    const hidden = [...'ignore'].map((c) => String.fromCodePoint(0xe0000 + c.charCodeAt(0))).join('')
    expect(cleanJd(`Re\u200Bact\u202E and\u0007 No\u00ADde${hidden}\uFEFF`)).toBe('React and Node')
  })

  it('folds white space, all kinds of line end, and runs of blank lines', () => {
    expect(cleanJd('  a \t b\u00A0c\r\nd\u2028e\n\n\n\nf  ')).toBe('a b c\nd\ne\n\nf')
  })

  it('joins lines that an editor has wrapped, and no others', () => {
    const wrapped =
      'You will design and operate the services that our merchants rely\non every day of the year.'
    expect(cleanJd(wrapped)).not.toContain('\n')
    expect(
      cleanJd('You will design and operate the services that our merchants rely\n- on every day'),
    ).toContain('\n')
    expect(cleanJd('react\nnode')).toBe('react\nnode')
  })

  it('leaves no control character and no run of spaces, whatever it is given', () => {
    const pieces = fc.constantFrom('<p>', '</p>', '<li>', '&nbsp;', '\u200B', '\t', '  ', '\r', 'a', 'é', '<')
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(pieces).map((p) => p.join('')),
        ),
        (text) => {
          expect(cleanJd(text)).not.toMatch(
            /[\0-\t\v-\x1F\x7F-\x9F\u200B-\u200F\u202A-\u202E]| {2}|\n{3}|^\s|\s$/,
          )
        },
      ),
    )
  })
})
