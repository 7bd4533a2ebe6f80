/** More than any form here needs, in bytes: a posting of 50 KB, every letter escaped. */
const LARGEST_FORM = 1024 * 1024

/** The fields of a submitted form; null when the body is no form, is larger than `largest` bytes, or broke off. */
export async function readForm(request: Request, largest = LARGEST_FORM): Promise<FormData | null> {
  try {
    const parts: Uint8Array<ArrayBuffer>[] = []
    let size = 0
    for await (const part of request.body ?? []) {
      size += part.length
      if (size > largest) return null
      parts.push(part)
    }
    const headers = { 'content-type': request.headers.get('content-type') ?? '' }
    return await new Response(new Blob(parts), { headers }).formData()
  } catch {
    return null
  }
}
