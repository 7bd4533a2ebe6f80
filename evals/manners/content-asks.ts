import type { Bank } from '../../src/domain/catalog/bank.ts'
import type { FollowUp } from '../../src/domain/catalog/question.ts'
import type { DimensionId } from '../../src/domain/catalog/vocabulary.ts'

/** An ask as the content has it: its words, what it can show, and what has to be heard or missing for it. */
export interface ContentAsk {
  text: string
  shows: DimensionId[]
  heard: string[]
  missing: string[]
}

const made = new WeakMap<Bank, Map<string, ContentAsk>>()

/** All asks of the content by `question/ask`, read from the files and not from what the director makes of them. */
export function contentAsks(bank: Bank): Map<string, ContentAsk> {
  const asks = made.get(bank) ?? makeAsks(bank)
  made.set(bank, asks)
  return asks
}

function makeAsks(bank: Bank): Map<string, ContentAsk> {
  const asks = new Map<string, ContentAsk>()
  const put = (
    id: string,
    text: string,
    shows: DimensionId[],
    { heard, missing }: Omit<FollowUp, 'ask'> = none,
  ) => asks.set(id, { text, shows, heard, missing })
  const items: Item[] = [...bank.snippets, ...bank.scenarios, ...bank.warmups]
  for (const item of items) {
    const issues = 'issues' in item ? item.issues : []
    const points = [
      ...item.points,
      ...issues.map(({ finding }) => ({ ...finding, dimension: 'debugging' as const })),
    ]
    const opening = 'opening' in item ? item.opening : item.opener
    put(`${item.id}/opener`, opening, ['communication', ...points.map(({ dimension }) => dimension)])
    item.followUps.forEach((followUp, index) => {
      const target = points.find(({ id }) => id === (followUp.missing[0] ?? followUp.heard[0]))
      put(`${item.id}/follow-${index + 1}`, followUp.ask, target ? [target.dimension] : [], followUp)
    })
    for (const { id, ask, dimension } of item.probes) put(`${item.id}/probe-${id}`, ask, [dimension])
    if ('callback' in item) put(`${item.id}/callback`, item.callback, ['breadth'])
  }
  for (const { dimension, fallback } of bank.rubrics)
    put(`fallback-${dimension}/opener`, fallback.ask, [dimension])
  return asks
}

type Item = Bank['snippets'][number] | Bank['scenarios'][number] | Bank['warmups'][number]

const none = { heard: [], missing: [] }
