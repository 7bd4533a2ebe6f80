import { expect, test } from 'vitest'
import { rules } from '../domain/grading/rules.ts'
import { scoringRules, verdictRules } from './scoring-rules.ts'

test('states the very numbers that decide', () => {
  const share = scoringRules().find(({ name }) => name === 'Share to score')?.text
  for (const band of Object.values(rules.bands)) expect(share).toContain(`${Math.round(band * 100)}%`)
  const at = verdictRules().find(({ name }) => name === 'At the bar')?.text
  expect(at).toContain(rules.verdicts.at.overall.toFixed(1))
  expect(at).toContain(`nothing under ${rules.verdicts.at.least}`)
})
