import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { dropUnseen } from '../../domain/report/drop-unseen.ts'
import type { ReportPrinter } from '../report-printer.ts'
import { openTypst } from './open-typst.ts'
import { spellOut } from './spell-out.ts'

/** Compilations for which Typst remembers parts: the template's own stay, a candidate's words do not. */
const REMEMBERED = 1

/** Printable everywhere: Latin letters and the punctuation that the bundled fonts certainly hold. */
const BEYOND_LATIN = /[^\n\u0020-\u007E\u00A1-\u017F\u2010-\u2015\u2018-\u201E\u2026]/gu

/**
 * Prints by Typst, in process. What a candidate said reaches the template as data and is never evaluated.
 * @param folder what `scripts/build-documents.ts` wrote: the template and the fonts; read at the first report
 */
export function createTypstPrinter(folder: string): ReportPrinter {
  const template = lazily(() => readFile(join(folder, 'report.typ'), 'utf8'))
  return {
    async toPdf(view) {
      const [compiler, mainFileContent] = await Promise.all([openTypst(folder), template()])
      const pdf = printable(JSON.stringify(view, asText), (data) => {
        return compiler.pdf(
          { mainFileContent, inputs: { view: data } },
          { pdfStandard: 'ua-1', creationTimestamp: Math.floor(Date.parse(view.date.iso) / 1000) },
        )
      })
      compiler.evictCache(REMEMBERED)
      return new Uint8Array(pdf)
    },
  }
}

/** What `make` gives, made once; a failure is tried again. */
function lazily<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    made.catch(() => (made = undefined))
    return made
  }
}

/** A value whose texts hold nothing unseen, and no white space but spaces and line feeds. */
function asText(_: string, value: unknown): unknown {
  return typeof value === 'string' ? dropUnseen(value).replace(/[^\S\n]|\u0085/g, ' ') : value
}

/**
 * What `print` makes of the data. The standard refuses characters that no font has and names them; those are spelled
 * out, and if that is not enough, everything beyond Latin is.
 */
function printable<T>(data: string, print: (data: string) => T): T {
  try {
    return print(data)
  } catch (error) {
    const named = namedCharacters(error)
    if (named.size === 0) throw error
    try {
      return print(spellOut(data, (character) => named.has(character)))
    } catch {
      return print(data.replace(BEYOND_LATIN, (character) => spellOut(character, () => true)))
    }
  }
}

/** The characters that Typst complains of, ASCII left out. */
function namedCharacters(error: unknown): Set<string> {
  const message = error instanceof Error ? error.message : ''
  const found = message.matchAll(/(?:the text|codepoint) `\\?"((?:\\u\{[0-9a-f]+\}|[^`])*?)\\?"`/g)
  const texts = [...found].map(([, text = '']) => {
    return text.replace(/\\+u\{([0-9a-f]+)\}/g, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
  })
  return new Set(texts.flatMap((text) => [...text]).filter((character) => character > '\u007E'))
}
