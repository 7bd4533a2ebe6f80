/** What was typed to correct a turn. */
export interface TypedCorrection {
  turnId: string
  text: string
}

/** Reads the fields `turnId` and `text`, line breaks as they were before the browser sent them; an absent one is empty. */
export function readCorrectionForm(form: FormData): TypedCorrection {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value.replaceAll('\r\n', '\n') : ''
  }
  return { turnId: text('turnId'), text: text('text') }
}
