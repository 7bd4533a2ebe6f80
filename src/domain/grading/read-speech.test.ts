import { expect, test } from 'vitest'
import { createLexicon } from './create-lexicon.ts'
import { exampleConcepts, exampleCorpus, examplePoints } from './fixtures.ts'
import { readSpeech, windowsOf } from './read-speech.ts'

const lexicon = createLexicon(exampleCorpus, exampleConcepts)
const turn = `${examplePoints.flatMap(({ wordings }) => wordings).join(' ')} and then we went on. `

test('the windows looked at grow in step with the words', () => {
  const count = (copies: number) => windowsOf(readSpeech(lexicon, turn.repeat(copies))).length
  expect(count(160) / count(20)).toBeLessThanOrEqual(8.5)
  expect(count(20)).toBeGreaterThan(20)
})
