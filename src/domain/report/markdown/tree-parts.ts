import type {
  Code,
  Heading,
  Link,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  Table,
  TableRow,
  Text,
} from 'mdast'
import { cleanCode } from './clean-code.ts'
import { cleanText } from './clean-text.ts'

/*
 * Nodes exactly as a parser gives them back. Text is cleaned on its way in, whoever it is from, and there is no part
 * for HTML, pictures, notes or links of someone's own.
 */

/** What stands in one paragraph, item or cell: text, or nodes made here. */
export type Phrase = string | PhrasingContent[]

/** Nothing for text that cleaning leaves empty: no parser gives back an empty text. */
export function textNodes(text: string): Text[] {
  const value = cleanText(text)
  return value === '' ? [] : [{ type: 'text', value }]
}

/** A heading, also when cleaning leaves it empty: what comes after it belongs to it. */
export function heading(depth: Heading['depth'], text: string): Heading {
  return { type: 'heading', depth, children: textNodes(text) }
}

/** Nothing for a phrase without words. */
export function paragraph(phrase: Phrase): Paragraph[] {
  const children = nodesOf(phrase)
  return children.length === 0 ? [] : [{ type: 'paragraph', children }]
}

/** A paragraph for each part of the text that a blank line ends, the first after a label in bold if there is one. */
export function paragraphs(text: string, label = ''): Paragraph[] {
  const [first = '', ...others] = text.trim().split(/\n\s*\n/)
  return [labelled(label, first), ...others].flatMap(paragraph)
}

/** Nothing for no items; an item without words is left out. */
export function list(items: readonly Phrase[], kind: 'bullets' | 'numbers' = 'bullets'): List[] {
  const children = items.flatMap((item) =>
    paragraph(item).map((only): ListItem => ({
      type: 'listItem',
      spread: false,
      checked: null,
      children: [only],
    })),
  )
  const ordered = kind === 'numbers'
  if (children.length === 0) return []
  return [{ type: 'list', ordered, start: ordered ? 1 : null, spread: false, children }]
}

/** A row of heads and a row for each list of cells; every row needs as many cells as there are heads. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): Table {
  const children = [head, ...rows].map((cells): TableRow => ({
    type: 'tableRow',
    children: cells.map((cell) => ({ type: 'tableCell', children: textNodes(cell) })),
  }))
  return { type: 'table', align: head.map(() => null), children }
}

/** A diff in a fenced block; nothing for an empty one. */
export function diff(code: string): Code[] {
  const value = cleanCode(code)
  return value === '' ? [] : [{ type: 'code', lang: 'diff', meta: null, value }]
}

/** A link to an https address, or only its text for any other. */
export function link(text: string, url: string): (Link | Text)[] {
  const children = textNodes(text)
  if (!/^https:\/\/[^\s\p{C}]+$/u.test(url)) return children
  return [{ type: 'link', title: null, url, children }]
}

/** Text behind a label in bold and a space; nothing for neither. */
function labelled(label: string, text: string): PhrasingContent[] {
  const [bold, plain] = [textNodes(label), textNodes(text)]
  if (bold.length === 0) return plain
  return [
    { type: 'strong', children: bold },
    ...plain.map(({ type, value }) => ({ type, value: ` ${value}` })),
  ]
}

function nodesOf(phrase: Phrase): PhrasingContent[] {
  return typeof phrase === 'string' ? textNodes(phrase) : phrase
}
