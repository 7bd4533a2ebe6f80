import type { Bank } from './bank.ts'

/** Competencies that a question of a session can be about: of snippets and scenarios that are not public. */
export function competenciesAsked({
  snippets,
  scenarios,
}: Pick<Bank, 'snippets' | 'scenarios'>): ReadonlySet<string> {
  const asked = [...snippets, ...scenarios].filter((question) => !question.public)
  return new Set(asked.flatMap(({ competencies }) => competencies))
}
