/** Where this browser keeps files of the voice from one interview to the next. */
const STORE = 'offhook-voice'

/**
 * The bytes of a file of our own origin: kept from an earlier visit, or fetched and then kept. `onBytes` hears of
 * every part as it comes, and of all at once where it was kept.
 * @throws Error that names the file when it cannot be had.
 */
export async function loadAsset(url: string, onBytes: (count: number) => void): Promise<ArrayBuffer> {
  const store = await openStore()
  const kept = await store?.match(url)
  if (kept) {
    const bytes = await kept.arrayBuffer()
    onBytes(bytes.byteLength)
    return bytes
  }
  const response = await fetch(url)
  if (!response.ok || !response.body) throw new Error(`${url} answered ${response.status}`)
  const bytes = await readAll(response.body, onBytes)
  // A full or private store only means that the file is fetched again next time.
  await store?.put(url, new Response(bytes)).catch(() => undefined)
  return bytes
}

/** Drops what earlier versions of the site have kept. */
export async function forgetAssetsBut(urls: readonly string[]): Promise<void> {
  const store = await openStore()
  const current = new Set(urls.map((url) => new URL(url, location.href).href))
  for (const request of (await store?.keys()) ?? []) {
    if (!current.has(request.url)) await store?.delete(request)
  }
}

async function openStore(): Promise<Cache | undefined> {
  return 'caches' in globalThis ? caches.open(STORE).catch(() => undefined) : undefined
}

async function readAll(
  body: ReadableStream<Uint8Array>,
  onBytes: (count: number) => void,
): Promise<ArrayBuffer> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  const reader = body.getReader()
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value.slice())
    onBytes(part.value.byteLength)
  }
  return new Blob(parts).arrayBuffer()
}
