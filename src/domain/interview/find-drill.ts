import type { Bank, BankScenario, BankSnippet } from '../catalog/bank.ts'
import type { BugKind } from '../catalog/bug-kind.ts'
import { bugClasses } from '../catalog/bug-kind.ts'
import type { SubScoreId } from '../catalog/vocabulary.ts'
import { keepUnseen } from './keep-unseen.ts'

/** Three minutes on one thing that was missed, on a question the candidate has not met. */
export interface Drill {
  section: 'B' | 'C'
  questionId: string
  /** The class of bug or part of an answer, in words. */
  about: string
  ask: string
  /** The points that count; all else said is neither for nor against. */
  pointIds: string[]
}

/** How one part of a design answer is asked for alone. */
const parts: Partial<Record<SubScoreId, { about: string; ask: string }>> = {
  scoping: {
    about: 'scoping a problem',
    ask: 'What would you need to know or settle before any design, and why?',
  },
  tradeoffs: {
    about: 'weighing alternatives',
    ask: 'Which two ways would you weigh up here, and what does each of them cost?',
  },
  correctness: {
    about: 'what must never go wrong',
    ask: 'What must never happen here, and what in your design makes sure of it?',
  },
  operationalization: {
    about: 'rolling out and watching',
    ask: 'How would you roll it out, what would you watch, and at which level would you act?',
  },
}

/**
 * The drill for a missed point of an interview: for a planted bug other code with the same kind of bug, or one of its
 * class; for a point of a scenario another scenario with points of the same part. Undefined when nothing unseen is left.
 *
 * @param seen ids of questions the candidate has met
 */
export function findDrill(
  bank: Bank,
  questionId: string,
  pointId: string,
  seen: ReadonlySet<string>,
): Drill | undefined {
  const snippet = bank.snippets.find(({ id }) => id === questionId)
  const kind = snippet && kindOf(snippet, pointId)
  if (kind) return codeDrill(keepUnseen(bank.snippets, seen), kind)
  const scenario = bank.scenarios.find(({ id }) => id === questionId)
  const sub = scenario?.points.find(({ id }) => id === pointId)?.sub
  return sub && scenarioDrill(keepUnseen(bank.scenarios, seen), sub)
}

function kindOf({ issues }: BankSnippet, pointId: string): BugKind | undefined {
  return issues.find(({ finding }) => finding.id === pointId)?.kind
}

function codeDrill(snippets: readonly BankSnippet[], missed: BugKind): Drill | undefined {
  const bugClass = bugClasses.find(({ kinds }) => kinds.includes(missed))
  if (!bugClass) return undefined
  const withKinds = (kinds: readonly BugKind[]) =>
    snippets.find((snippet) => pointsOfKinds(snippet, kinds).length > 0)
  const snippet = withKinds([missed]) ?? withKinds(bugClass.kinds)
  if (!snippet) return undefined
  return {
    section: 'B',
    questionId: snippet.id,
    about: bugClass.name,
    ask: `Think of one kind of bug only, ${bugClass.name}: where does this code have it, what would you change, and which test would show it first?`,
    pointIds: pointsOfKinds(snippet, bugClass.kinds),
  }
}

function pointsOfKinds({ issues }: BankSnippet, kinds: readonly BugKind[]): string[] {
  return issues.filter(({ kind }) => kinds.includes(kind)).map(({ finding }) => finding.id)
}

function scenarioDrill(scenarios: readonly BankScenario[], sub: SubScoreId): Drill | undefined {
  const part = parts[sub]
  const scenario = scenarios.find(({ points }) => points.some((point) => point.sub === sub))
  if (!part || !scenario) return undefined
  return {
    section: 'C',
    questionId: scenario.id,
    about: part.about,
    ask: part.ask,
    pointIds: scenario.points.filter((point) => point.sub === sub).map(({ id }) => id),
  }
}
