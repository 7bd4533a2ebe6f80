/** The fields of a submitted form; null when the body is no form, or broke off. */
export async function readForm(request: Request): Promise<FormData | null> {
  return request.formData().catch(() => null)
}
