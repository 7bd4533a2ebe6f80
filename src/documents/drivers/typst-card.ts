import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CardPrinter } from '../social-card.ts'
import { openTypst } from './open-typst.ts'

/**
 * Draws cards by Typst, letters as outlines, and turns them into pixels by resvg. What a card says reaches the template as
 * data and is never evaluated.
 * @param folder what `scripts/build-documents.ts` wrote
 */
export function createTypstCards(folder: string): CardPrinter {
  return {
    async toPng(card) {
      const { Resvg } = await import('@resvg/resvg-js')
      const compiler = await openTypst(folder)
      const mainFileContent = await readFile(join(folder, 'card.typ'), 'utf8')
      const svg = compiler.svg({ mainFileContent, inputs: { card: JSON.stringify(card) } })
      return new Uint8Array(new Resvg(svg, { fitTo: { mode: 'width', value: 1200 } }).render().asPng())
    },
  }
}
