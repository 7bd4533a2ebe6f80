import type { Bank } from '../../domain/catalog/bank.ts'
import type { Question } from '../../domain/interview/question.ts'
import { scenarioQuestion } from '../../domain/interview/scenario-question.ts'
import { snippetQuestion } from '../../domain/interview/snippet-question.ts'
import { warmupQuestion } from '../../domain/interview/warmup-question.ts'

export const LEVELS = ['2', '3', '4'] as const
export type AnswerLevel = (typeof LEVELS)[number]

/** A question with the answers that climb it. */
export interface LadderItem {
  question: Question
  /** File of the entry below the content folder. */
  file: string
  answers: Record<AnswerLevel, string>
}

type Askable = Pick<Bank, 'snippets' | 'scenarios' | 'warmups'>

/** Every question of the bank with its answers at levels 2, 3 and 4. */
export function ladderItems({ snippets, scenarios, warmups }: Askable): LadderItem[] {
  return [
    ...snippets.map((item) => ({
      question: snippetQuestion(item),
      file: `snippets/${item.id}/index.yaml`,
      answers: item.answers,
    })),
    ...scenarios.map((item) => ({
      question: scenarioQuestion(item),
      file: `scenarios/${item.id}.yaml`,
      answers: item.answers,
    })),
    ...warmups.map((item) => ({
      question: warmupQuestion(item),
      file: `warmups/${item.id}.yaml`,
      answers: item.answers,
    })),
  ]
}
