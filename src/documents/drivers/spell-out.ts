/** The text with each character that `isMeant` written as its code point, as in [U+4F60]. */
export function spellOut(text: string, isMeant: (character: string) => boolean): string {
  return [...text].map((character) => (isMeant(character) ? `[U+${hex(character)}]` : character)).join('')
}

function hex(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
}
