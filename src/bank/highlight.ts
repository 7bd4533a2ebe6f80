import { createHighlighter } from 'shiki'
import type { Language } from '../domain/catalog/snippet.ts'

/** Classes by what TextMate calls a token. A theme has colours only, so each class has one that stands for it. */
const CLASSES: Record<string, { className: string; scopes: string[] }> = {
  '#000001': { className: 'c', scopes: ['comment'] },
  '#000002': {
    className: 's',
    scopes: ['string', 'punctuation.definition.string', 'string.regexp keyword.operator'],
  },
  '#000003': { className: 'n', scopes: ['constant.numeric', 'constant.language'] },
  '#000004': {
    className: 'k',
    scopes: [
      'keyword',
      'keyword.operator.new',
      'keyword.operator.expression',
      'keyword.operator.logical.sql',
      'keyword.control',
      'keyword.other',
      'storage',
    ],
  },
  '#000005': { className: 'f', scopes: ['entity.name.function'] },
  '#000000': { className: '', scopes: ['keyword.operator', 'meta.template.expression', 'meta.embedded'] },
}

const theme = {
  name: 'classes',
  type: 'light' as const,
  fg: '#000000',
  bg: '#ffffff',
  settings: Object.entries(CLASSES).map(([foreground, { scopes }]) => ({
    scope: scopes,
    settings: { foreground },
  })),
}

const highlighter = await createHighlighter({ themes: [theme], langs: ['typescript', 'javascript', 'sql'] })

/**
 * Code as HTML: a `<span class="line">` a line, joined by newlines, tokens in spans with one-letter classes
 * (c comment, s string, n number, k keyword, f function). No inline style; everything else is plain text.
 */
export function highlight(source: string, language: Language): string {
  const lines = highlighter.codeToTokensBase(source.trimEnd(), {
    lang: language,
    theme,
    // By default a slow machine gets the rest of a line untokenised.
    tokenizeTimeLimit: 0,
  })
  return lines.map((line) => `<span class="line">${lineHtml(line.map(toPiece))}</span>`).join('\n')
}

interface Piece {
  text: string
  className: string
}

function toPiece({ content, color }: { content: string; color?: string }): Piece {
  return { text: content, className: CLASSES[color?.toLowerCase() ?? '']?.className ?? '' }
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
