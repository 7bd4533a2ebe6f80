import type { Bank, BankSnippet } from '../../src/domain/catalog/bank.ts'
import type { Plan } from '../../src/domain/interview/plan.ts'
import { shareTold } from './telling-stems.ts'

/** A text of the answer key; `pointIds` are the points that a candidate has said once it is known. */
export interface Secret {
  text: string
  pointIds: string[]
  what: string
}

interface Secrets {
  bugs: Secret[]
  fixes: Secret[]
  points: Secret[]
}

const made = new WeakMap<Plan, Secrets>()

/** What a candidate of this plan must not be told, by kind. What the question itself states is no secret. */
export function secretsOf(plan: Plan, bank: Bank): Secrets {
  const secrets = made.get(plan) ?? makeSecrets(plan, bank)
  made.set(plan, secrets)
  return secrets
}

function makeSecrets(plan: Plan, bank: Bank): Secrets {
  const ids = Object.values(plan.sections).flatMap(({ questionIds, reserveIds }) => [
    ...questionIds,
    ...reserveIds,
  ])
  const isAsked = ({ id }: { id: string }) => ids.includes(id)
  const snippets = bank.snippets.filter(isAsked)
  const items = [...snippets, ...bank.scenarios.filter(isAsked), ...bank.warmups.filter(isAsked)]
  const fallbacks = bank.rubrics.map(({ fallback, dimension }) =>
    probeSecrets(fallback, `fallback-${dimension}`),
  )
  return {
    bugs: snippets.flatMap(bugsOf),
    fixes: snippets.flatMap(fixesOf),
    points: [...items.flatMap(pointsOf), ...fallbacks.flat()],
  }
}

type Item = Bank['snippets'][number] | Bank['scenarios'][number] | Bank['warmups'][number]

function pointsOf(item: Item): Secret[] {
  const own = item.points.flatMap(({ id, text, wordings }) =>
    [text, ...wordings].map((words) => ({ text: words, pointIds: [id], what: `${item.id}/${id}` })),
  )
  const stated = statedBy(item)
  const secrets = [...own, ...item.probes.flatMap((probe) => probeSecrets(probe, item.id))]
  return secrets.filter(({ text }) => shareTold(text, stated) < STATED)
}

/** From this share of its telling words on a text only says what the question has said. */
const STATED = 0.8

function statedBy(item: Item): string {
  if ('summary' in item) return `${item.summary} ${item.opening}`
  return 'constraints' in item ? [item.opener, ...item.constraints].join(' ') : item.opener
}

function bugsOf({ id, issues, traps }: BankSnippet): Secret[] {
  return [
    ...issues.flatMap(({ id: issueId, finding, title, rootCause, wordings }) =>
      [title, ...sentences(rootCause), ...wordings].map((text) => ({
        text,
        pointIds: [finding.id],
        what: `${id}/${issueId}`,
      })),
    ),
    ...traps.flatMap((trap) =>
      [trap.title, trap.looksWrong, trap.isRight].map((text) => ({
        text,
        pointIds: [],
        what: `${id}/${trap.id}`,
      })),
    ),
  ]
}

function fixesOf({ id, issues, source }: BankSnippet): Secret[] {
  return issues.flatMap(({ id: issueId, finding, fix, test, alsoRight, notEnough }) => {
    const added = fix
      .split('\n')
      .filter((row) => row.startsWith('+'))
      .map((row) => row.slice(1).trim())
    const texts = [
      ...added.filter((row) => !source.includes(row)),
      ...sentences(test),
      ...alsoRight.map(({ say }) => say),
      ...notEnough.flatMap(({ say, because }) => [say, because]),
    ]
    return texts.map((text) => ({ text, pointIds: [finding.id], what: `${id}/${issueId}` }))
  })
}

type ProbeLike = Bank['rubrics'][number]['fallback']

function probeSecrets({ id, points, best }: ProbeLike, questionId: string): Secret[] {
  return [
    ...points.flatMap(({ text, wordings }, index) =>
      [text, ...wordings].map((words) => ({
        text: words,
        pointIds: [`${id}/${index}`],
        what: `${questionId}/${id}`,
      })),
    ),
    ...sentences(best).map((text) => ({ text, pointIds: [], what: `${questionId}/${id}` })),
  ]
}

function sentences(text: string): string[] {
  return text.match(/[^.?!]+[.?!]*/g) ?? []
}
