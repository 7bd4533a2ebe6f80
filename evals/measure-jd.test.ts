import { describe, expect, it } from 'vitest'
import { readBank } from '../src/bank/read-bank.ts'
import { JdRow } from './jd-row.ts'
import { measureJd } from './measure-jd.ts'
import { readRows } from './read-rows.ts'

const bank = readBank('src/content')

const row = (change: Partial<JdRow>): JdRow => ({
  id: 'one',
  title: 'Analytics Engineer',
  text: 'Analytics Engineer\n\nRequirements\n- React, TypeScript and CSS for our web application',
  track: 'web-fullstack',
  clarity: 'clear',
  ...change,
})
const nurse = row({ text: 'Registered Nurse. Patients, medication, night shifts.', track: 'none' })

describe('measureJd', () => {
  it('leaves the title out, and puts it back for the figure with it', () => {
    const { figures } = measureJd([row({ title: 'Pastry chef', text: 'Pastry chef\nReact and CSS' })], bank)
    expect(figures).toMatchObject({ n: 1, accuracy: 1, accuracyWithTitle: 0 })
  })

  it('counts clear rows for the track, negative ones for what is not for us', () => {
    const rows = [
      row({}),
      row({ track: 'edge' }),
      row({ track: 'edge', clarity: 'ambiguous' }),
      row({ clarity: 'negative', track: 'none' }),
      { ...nurse, clarity: 'negative' as const },
    ]
    const { figures, misses } = measureJd(rows, bank)
    expect(figures).toMatchObject({ n: 2, accuracy: 0.5, negatives: 0.5, grounded: 1 })
    expect(figures.macroF1).toBeCloseTo((2 / 3 + 0) / 2)
    expect(misses.map(({ wanted, got }) => [wanted, got])).toEqual([
      ['edge', 'web-fullstack'],
      ['none', 'web-fullstack'],
    ])
  })

  it('counts as ungrounded what stands in no line of the text as it was given', () => {
    const { figures } = measureJd([row({ text: 'Requirements\n- Rea<b>ct</b>, ever&amp;y day' })], bank)
    expect(figures.grounded).toBe(0)
  })
})

/** Two halves of one hand's work; README.md says when the sealed one was opened. */
describe.each(['open', 'sealed'])('the %s postings', (name) => {
  const { figures, misses } = measureJd(readRows(`evals/postings/${name}.jsonl`, JdRow), bank)

  it('are read for the right track, and said not to be for us where they are not', () => {
    expect(figures.accuracy, JSON.stringify(misses)).toBeGreaterThanOrEqual(0.94)
    expect(figures.macroF1).toBeGreaterThanOrEqual(0.94)
    expect(figures.accuracyWithTitle).toBeGreaterThanOrEqual(0.94)
    expect(figures.negatives).toBeGreaterThanOrEqual(0.85)
    expect(figures.grounded).toBe(1)
  })
})
