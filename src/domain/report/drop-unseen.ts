/**
 * What nobody sees: control characters but white space, halves of surrogate pairs, and everything that Unicode lets a
 * renderer ignore (bidi controls, zero-width spaces, tags). Joiners and variation selectors stay, since words of
 * several scripts and many emoji are spelt with them.
 */
const UNSEEN = /(?!\s|\u0085)\p{Cc}|\p{Cs}|(?!\p{Join_Control}|\p{Variation_Selector})\p{DI}/gu

/** Text without the characters that could hide or reorder words, or that no export can carry. */
export function dropUnseen(text: string): string {
  return text.replace(UNSEEN, '')
}
