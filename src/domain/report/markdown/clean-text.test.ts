import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanText } from './clean-text.ts'

const WJ = '\u2060'

test.each([
  ['white space', ' a\t b\n\nc\r\nd\u00a0e\u2028f\u0085g\u3000', 'a b c d e f g'],
  ['control characters', 'a\u0000b\u001bc\u009bd\u007f', 'abcd'],
  ['halves of pairs, which do not meet when what parts them goes', '\ud83d\u0000\ude00 \ud800a 👍', 'a 👍'],
  ['bidi controls', '\u202egnp.exe\u202c \u2066a\u2069 \u200eb\u200f', 'gnp.exe a b'],
  ['zero-width characters, which part no words', 'pass\u200bword\ufeff so\u00adft', 'password soft'],
  ['joiners and variation selectors stay', '👩‍💻 ❤\ufe0f نامه\u200cای', '👩‍💻 ❤\ufe0f نامه\u200cای'],
  ['punctuation stays', '*_`<>[]()#|~$\\&; "It is", 3.5 - 4', '*_`<>[]()#|~$\\&; "It is", 3.5 - 4'],
  ['URLs', 'see https://a.example or FTP://b', `see https${WJ}://a.example or FTP${WJ}://b`],
  ['www', 'www.a.example, (WWW.b) awww.c www', `www${WJ}.a.example, (WWW${WJ}.b) awww.c www`],
  ['mail addresses', 'me+x@mail.example, a@.b', `me+x@${WJ}mail.example, a@${WJ}.b`],
  ['nothing else is an address', 'a: b // c @scope/name you@home node:fs req.body.id', null],
])('cleans: %s', (_, text, clean) => {
  expect(cleanText(text)).toBe(clean ?? text)
})

/** A code unit, often one of those that cleaning is about: halves of pairs meet and miss each other. */
const anyUnit = fc.oneof(
  fc.nat(0xffff),
  fc.nat(0xff),
  fc.integer({ min: 0x2000, max: 0x206f }),
  fc.integer({ min: 0xd83c, max: 0xdfff }),
)

test('cleans clean text to itself, whatever it was, and leaves it readable in UTF-8', () => {
  fc.assert(
    fc.property(fc.array(anyUnit), (units) => {
      const text = String.fromCharCode(...units)
      const clean = cleanText(text)
      expect(cleanText(clean)).toBe(clean)
      expect(clean.isWellFormed()).toBe(true)
      expect(clean).not.toMatch(/[^\S ]| {2}|^ | $|\p{Cc}/u)
    }),
  )
})
