import { expect, test } from 'vitest'
import { fillSlots } from './fill-slots.ts'
import { wrapUpQuestion } from './wrap-up-question.ts'

const own = { product: 'our product', scale: 'two thousand requests a second' }

function opened(
  text: string,
  grounded: { product?: string; stack?: string; scale?: string },
): string | undefined {
  const question = {
    ...wrapUpQuestion,
    asks: [{ id: 'opener', text, dimensions: [], heard: [], missing: [] }],
  }
  return fillSlots(question, own, grounded).asks[0]?.text
}

test('a scale of the job description reads well whatever it counts', () => {
  const text = 'Design a limiter for {product}, at {scale}.'
  expect(opened(text, { scale: '11,000 customers' })).toBe(
    'Design a limiter for our product, at the scale of 11,000 customers.',
  )
  expect(opened(text, {})).toBe('Design a limiter for our product, at two thousand requests a second.')
  expect(opened('It runs at the scale of {scale}.', { scale: 'millions of users' })).toBe(
    'It runs at the scale of millions of users.',
  )
})

test('a part of a product does not take the place of a product that has customers', () => {
  const text = "Suppose {product} collects events from its customers' apps."
  expect(opened(text, { product: 'the transformation pipeline' })).toContain('our product')
  expect(opened(text, { product: 'the logistics platform' })).toContain('the logistics platform')
})
