import { readdirSync, readFileSync } from 'node:fs'
import PdfDocument from 'pdfkit'

const FOLDER = '.build/documents'

/** The fonts that our documents use, by name. */
export function documentFonts(): Map<string, Buffer> {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.ttf'))
  return new Map(names.map((name) => [name, readFileSync(`${FOLDER}/${name}`)]))
}

/**
 * Lines of text set by plain pdfkit, one after the other, no layout, no tags: the baseline of P10.
 * @param font a font to include; without one, the standard Helvetica, which holds Latin only
 */
export function plainPdf(lines: readonly string[], font?: Buffer): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const document = new PdfDocument({ size: 'A4' })
    const chunks: Buffer[] = []
    document.on('data', (chunk: Buffer) => chunks.push(chunk))
    document.on('end', () => resolve(Buffer.concat(chunks)))
    document.on('error', reject)
    if (font) document.font(font)
    document.fontSize(9.5)
    for (const line of lines) document.text(line)
    document.end()
  })
}
