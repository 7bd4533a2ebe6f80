/** The export in a submitted form: the file if one was chosen, else what was pasted. @throws what reading the file throws. */
export async function readVerifyForm(form: FormData): Promise<{ text: string; pasted: string }> {
  const value = form.get('export')
  const pasted = typeof value === 'string' ? value : ''
  const file = form.get('file')
  const text = file instanceof File && file.size > 0 ? await file.text() : pasted
  return { text: text.replace(/^\ufeff/, ''), pasted }
}
