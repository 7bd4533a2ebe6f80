import { describe, expect, it } from 'vitest'
import { findExtras } from './find-extras.ts'

/** Which of the capitalised words of a sentence are called extras. */
function extras(sentence: string): string[] {
  const spans = findExtras(sentence, 0)
  return [...sentence.matchAll(/\b[A-Z][a-z]{2,}\b/g)]
    .filter(({ index }) => spans.some(({ start, end }) => start <= index && index < end))
    .map(([word]) => word)
}

describe('findExtras', () => {
  it.each([
    ['experience with React is a plus', ['React']],
    ['solid Python, Kafka is a big plus', ['Kafka']],
    ['solid Python; Kafka and Redis are desirable', ['Kafka', 'Redis']],
    ['must know Python, but Docker, Redis and Kafka are a plus', ['Docker', 'Redis', 'Kafka']],
    ['solid Python (Django preferred)', ['Django']],
    ['solid Python, Terraform (optional) and Docker', ['Terraform']],
    ['ideally some Kafka, Redis or Docker', ['Kafka', 'Redis', 'Docker']],
    ['nice: Kafka, Redis', ['Kafka', 'Redis']],
    ['bonus points for Kafka; Python is a must', ['Kafka']],
    ['it would be great if Kafka tells you something', ['Kafka']],
  ])('hears what is an extra in "%s"', (sentence, words) => {
    expect(extras(sentence)).toEqual(words)
  })

  it.each([
    'five plus years of Python',
    'our preferred language is Python',
    'a yearly bonus, Python and Docker',
    'an ideal candidate knows Python',
    'Python is required',
  ])('hears none in "%s"', (sentence) => {
    expect(extras(sentence)).toEqual([])
  })

  it('gives offsets in the text the sentence was taken from', () => {
    expect(findExtras('React is a plus', 100)).toEqual([{ start: 100, end: 115 }])
  })
})
