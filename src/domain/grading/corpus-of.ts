import type { Bank } from '../catalog/bank.ts'

interface Worded {
  text?: string
  title?: string
  wordings: readonly string[]
  misheard?: readonly string[]
}

/** The wordings of a bank, a list per point: what the built-in finder counts rare words over. */
export function corpusOf(bank: Bank): string[][] {
  const probes = [
    ...[...bank.snippets, ...bank.scenarios, ...bank.warmups].flatMap((item) => item.probes),
    ...bank.rubrics.map(({ fallback }) => fallback),
  ]
  const worded: Worded[] = [
    ...bank.snippets.flatMap(({ issues, traps, points }) => [...issues, ...traps, ...points]),
    ...[...bank.scenarios, ...bank.warmups].flatMap(({ points }) => points),
    ...probes.flatMap(({ points }) => points),
  ]
  return worded.map(({ text, title, wordings, misheard }) => [
    text ?? title ?? '',
    ...wordings,
    ...(misheard ?? []),
  ])
}
