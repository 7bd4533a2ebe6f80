import { describe, expect, it } from 'vitest'
import { findRefusals } from './find-refusals.ts'

/** Which of the capitalised words of a sentence are refused. */
function refused(sentence: string): string[] {
  const spans = findRefusals(sentence, 0)
  return [...sentence.matchAll(/\b[A-Z][a-z]+[a-zA-Z]*\b/g)]
    .filter(({ index }) => spans.some(({ start, end }) => start <= index && index < end))
    .map(([word]) => word)
}

describe('findRefusals', () => {
  it.each([
    ['experience with React is not required', ['React']],
    ['you do not need Kubernetes', ['Kubernetes']],
    ["you don't need to know Kubernetes, but strong Python is a must", ['Kubernetes']],
    ['no Kubernetes experience needed', ['Kubernetes']],
    ['no prior experience with React, Vue or Angular, but Python is a must', ['React', 'Vue', 'Angular']],
    ['Docker, Kubernetes and Terraform are not required', ['Docker', 'Kubernetes', 'Terraform']],
    ['we use Python, Terraform (not required) and Docker', ['Terraform']],
    ['we use Python instead of Ruby', ['Python', 'Ruby']],
    ['this is not a React role', ['React']],
  ])('hears the refusal in "%s"', (sentence, words) => {
    expect(refused(sentence)).toEqual(words)
  })

  it.each([
    'not only React but Python',
    'you know React, and no problem is too small',
    'React is required',
    'we notice Python and novel uses of Docker',
  ])('hears none in "%s"', (sentence) => {
    expect(refused(sentence)).toEqual([])
  })

  it('gives offsets in the text the sentence was taken from', () => {
    expect(findRefusals('no React experience', 100)).toEqual([{ start: 100, end: 119 }])
  })
})
