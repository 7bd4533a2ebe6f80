import { loadBank } from '../src/bank/load-bank.ts'
import type { Figure } from './figure.ts'

/** P12: bytes of highlighted HTML per byte of source over the bank, and inline styles in it. Plain counts. */
export async function measureHighlighting(): Promise<Figure[]> {
  const { snippets } = loadBank('.build/bank.json')
  const bytes = (texts: string[]) => texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  const value = bytes(snippets.map(({ html }) => html))
  const baseline = bytes(snippets.map(({ source }) => source))
  const styles = snippets.reduce((sum, { html }) => sum + (html.match(/style=/g)?.length ?? 0), 0)
  return [
    {
      id: 'P12',
      what: 'highlighted HTML / source',
      value,
      baseline,
      ratio: value / baseline,
      goal: 4,
      aim: 3,
      unit: 'B',
    },
    {
      id: 'P12-styles',
      what: 'inline styles in it',
      value: styles,
      baseline: null,
      ratio: styles,
      goal: 0,
      aim: 0,
      unit: '',
    },
  ]
}
