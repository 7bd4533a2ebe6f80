import type { Bank } from '../catalog/bank.ts'
import { scenarioQuestion } from '../interview/scenario-question.ts'
import { snippetQuestion } from '../interview/snippet-question.ts'
import { corpusOf } from './corpus-of.ts'
import { createFinder } from './create-finder.ts'
import type { Finder } from './finder.ts'
import { topicOf } from './topic-of.ts'

/** The built-in finder for a bank: its wordings say which words are rare, its questions what an answer is about. */
export function createBankFinder(bank: Bank): Finder {
  const questions = [
    ...bank.snippets.map((snippet) => snippetQuestion(snippet)),
    ...bank.scenarios.map((scenario) => scenarioQuestion(scenario)),
  ]
  return createFinder({
    corpus: corpusOf(bank),
    topics: questions.map((question) => topicOf(question).texts),
    concepts: bank.concepts,
  })
}
