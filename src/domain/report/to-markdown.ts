import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown as writeTree, type Options, type Unsafe } from 'mdast-util-to-markdown'
import { buildTree } from './markdown/build-tree.ts'
import type { Report } from './report.ts'

/** In text, not in code and not in the addresses of readings. */
const inText: Pick<Unsafe, 'inConstruct' | 'notInConstruct'> = {
  inConstruct: 'phrasing',
  notInConstruct: ['destinationLiteral', 'destinationRaw'],
}

/**
 * What is only text in GFM, but not to every renderer: maths, superscripts, attributes or expressions; then bare
 * domains (`evil.example`) and mail addresses, which linkify-it finds in spite of a word joiner.
 */
const unsafe: Unsafe[] = [
  { character: '$', ...inText },
  { character: '^', ...inText },
  { character: '{', ...inText },
  { character: '.', before: '(?<=[^\\s\\p{P}])', after: '(?=\\p{L})', unicode: true, ...inText },
  { character: '@', before: '(?<=[\\w+.-])', ...inText },
]

const writing: Options = {
  bullet: '-',
  resourceLink: true,
  extensions: [gfmToMarkdown({ tablePipeAlign: false })],
  unsafe,
}

/**
 * The report as GitHub Flavored Markdown. What was said, pasted or noted stays text in any renderer: parsed again,
 * the Markdown gives the tree it was written from.
 */
export function toMarkdown(report: Report): string {
  return writeTree(buildTree(report), writing)
}
