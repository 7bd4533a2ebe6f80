import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** What another program reads out of a PDF. */
export interface PdfContents {
  pages: number
  /** Lines of text in reading order. */
  lines: string[]
  /** The same as one text, white space runs as one space. */
  text: string
  title: string
  language: string | null
  isTagged: boolean
  /** Every tag of the structure tree, in order, such as `H1`, `P`, `TH`. */
  tags: string[]
  /** Addresses that links lead to outside the document. */
  addresses: string[]
  /** How many links lead to a place inside it. */
  innerLinks: number
  /** Whether it holds JavaScript, form fields, attachments or anything run when it is opened. */
  isActive: boolean
}

/** Reads a PDF by pdf.js, for tests and figures. */
export async function readPdf(bytes: Uint8Array): Promise<PdfContents> {
  const task = getDocument({ data: bytes.slice(), verbosity: 0 })
  const pdf = await task.promise
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, i) => pdf.getPage(i + 1)))
  const parts = await Promise.all(pages.map(readPage))
  const [{ info, metadata }, mark, scripts, fields, attachments, opened] = await Promise.all([
    pdf.getMetadata(),
    pdf.getMarkInfo(),
    pdf.getJSActions(),
    pdf.getFieldObjects(),
    pdf.getAttachments(),
    pdf.getOpenAction(),
  ])
  await task.destroy()
  const marks = mark as unknown as ReadonlyMap<string, boolean> | null
  const about = info as { Title?: string; Language?: string }
  return {
    pages: pages.length,
    lines: parts.flatMap(({ text }) => text.split('\n')).filter((line) => line.trim() !== ''),
    text: parts
      .map(({ text }) => text)
      .join(' ')
      .replace(/\s+/g, ' '),
    title: about.Title ?? String(metadata?.get('dc:title') ?? ''),
    language: about.Language ?? null,
    isTagged: marks?.get('Marked') === true,
    tags: parts.flatMap(({ tags }) => tags),
    addresses: parts.flatMap(({ addresses }) => addresses),
    innerLinks: parts.reduce((sum, { innerLinks }) => sum + innerLinks, 0),
    isActive: [scripts, fields, attachments, opened].some((part) => part !== null && part !== undefined),
  }
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>['promise']>['getPage']>>

async function readPage(page: Page) {
  const [{ items }, tree, annotations] = await Promise.all([
    page.getTextContent(),
    page.getStructTree(),
    page.getAnnotations() as Promise<{ subtype: string; url?: string; unsafeUrl?: string; dest?: unknown }[]>,
  ])
  return {
    text: items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''),
    tags: tree ? tagsOf(tree) : [],
    addresses: annotations.flatMap(({ url, unsafeUrl }) => url ?? unsafeUrl ?? []),
    innerLinks: annotations.filter(({ dest }) => dest != null).length,
  }
}

interface Node {
  role: string
  children: (Node | object)[]
}

function tagsOf({ role, children }: Node): string[] {
  return [role, ...children.flatMap((child) => ('role' in child ? tagsOf(child) : []))]
}
