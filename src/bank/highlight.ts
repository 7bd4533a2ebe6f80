import { createHighlighter } from 'shiki'
import type { ThemedTokenScopeExplanation } from 'shiki'
import type { Language } from '../domain/catalog/snippet.ts'

const highlighter = await createHighlighter({
  themes: ['github-light'],
  langs: ['typescript', 'javascript', 'sql'],
})

/** Class of a token by its TextMate scope, most telling first. Unlisted scopes get no span at all. */
const classes: [RegExp, string][] = [
  [/^comment/, 'c'],
  [/^(string|punctuation\.definition\.string)/, 's'],
  [/^(constant\.numeric|constant\.language)/, 'n'],
  [/^(keyword\.operator\.(new|expression|logical\.sql)|keyword\.control|keyword\.other|storage)/, 'k'],
  [/^keyword(?!\.operator)/, 'k'],
  [/^entity\.name\.function/, 'f'],
]

/**
 * Code as HTML: a `<span class="line">` a line, joined by newlines, tokens in spans with one-letter classes
 * (c comment, s string, n number, k keyword, f function). No inline style; everything else is plain text.
 */
export function highlight(source: string, language: Language): string {
  const lines = highlighter.codeToTokensBase(source.trimEnd(), {
    lang: language,
    theme: 'github-light',
    includeExplanation: 'scopeName',
    // By default a slow machine gets the rest of a line untokenised.
    tokenizeTimeLimit: 0,
  })
  return lines.map((line) => `<span class="line">${lineHtml(line.flatMap(pieces))}</span>`).join('\n')
}

interface Piece {
  text: string
  className: string
}

function pieces(token: { content: string; explanation?: Explanation[] }): Piece[] {
  const parts = token.explanation ?? [{ content: token.content, scopes: [] }]
  return parts.map(({ content, scopes }) => ({ text: content, className: classOf(scopes) }))
}

type Explanation = { content: string; scopes: ThemedTokenScopeExplanation[] | { scopeName: string }[] }

function classOf(scopes: Explanation['scopes']): string {
  for (const { scopeName } of scopes.toReversed()) {
    const found = classes.find(([scope]) => scope.test(scopeName))
    if (found) return found[1]
    if (/^(meta\.template\.expression|meta\.embedded)/.test(scopeName)) return ''
  }
  return ''
}

function lineHtml(all: Piece[]): string {
  const merged: Piece[] = []
  for (const piece of all) {
    const last = merged.at(-1)
    const joins = last && (last.className === piece.className || piece.text.trim() === '')
    if (joins) last.text += piece.text
    else merged.push({ ...piece })
  }
  return merged
    .map(({ text, className }) =>
      className ? `<span class="${className}">${escape(text)}</span>` : escape(text),
    )
    .join('')
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
