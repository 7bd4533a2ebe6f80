import type { RootContent } from 'mdast'
import type { QuestionResult } from '../report.ts'
import { heading, list, paragraph, paragraphs } from './tree-parts.ts'

/** Every question with its sub-scores, what was asked, heard and missed, and its level-4 answer; nothing without one. */
export function questionBlocks(questions: readonly QuestionResult[]): RootContent[] {
  if (questions.length === 0) return []
  return [heading(2, 'Question by question'), ...questions.flatMap(oneQuestion)]
}

function oneQuestion(question: QuestionResult): RootContent[] {
  const { title, asked, pointsHeard, pointsMissed, subScores, bestAnswer } = question
  return [
    heading(3, title),
    ...paragraph(subScores.map(({ name, score }) => `${name} ${score ?? 'not assessed'}`).join(' · ')),
    ...list([
      ...asked.map((text) => `Asked: ${text}`),
      ...pointsHeard.map(({ text, degree }) => `Heard${degree === 'full' ? '' : ' in part'}: ${text}`),
      ...pointsMissed.map(({ text }) => `Missed: ${text}`),
    ]),
    ...(bestAnswer === '' ? [] : paragraphs(bestAnswer, 'An answer at level 4:')),
  ]
}
