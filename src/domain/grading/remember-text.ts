/** Texts kept ready: a turn is looked at several times in a row. */
const KEPT = 32

/** Remembers what was made of the last few texts. */
export function rememberText<O>(make: (text: string) => O): (text: string) => O {
  const kept = new Map<string, O>()
  return (text) => {
    const known = kept.get(text)
    if (known !== undefined) return known
    const made = make(text)
    kept.set(text, made)
    const oldest = kept.keys().next()
    if (kept.size > KEPT && !oldest.done) kept.delete(oldest.value)
    return made
  }
}
