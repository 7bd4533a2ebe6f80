import { collection, fields } from '@keystatic/core'
import { text } from '../fields/text.ts'

const speakingWords = (label: string, description: string) =>
  fields.array(
    fields.object({
      weight: fields.integer({
        label: 'Weight',
        description: '1 to 7: how strongly they speak for this pack.',
        defaultValue: 2,
        validation: { min: 1, max: 7 },
      }),
      phrases: text({ label: 'Phrases', description: 'One a line.', multiline: true }),
    }),
    { label, description, itemLabel: (own) => `Weight ${own.fields.weight.value ?? 1}` },
  )

/** Tracks of content; a posting is mapped to one. */
export const packs = collection({
  label: 'Packs',
  path: 'src/content/packs/*',
  slugField: 'name',
  format: { data: 'yaml' },
  columns: ['shortName', 'order'],
  schema: {
    name: fields.slug({
      name: { label: 'Name' },
      slug: { label: 'File', description: 'Its id for good: plans and reports refer to it.' },
    }),
    shortName: text({ label: 'Short name', description: 'For buttons.' }),
    summary: text({ label: 'Summary', description: 'What it trains, for its page.', multiline: true }),
    order: fields.integer({ label: 'Place in lists', defaultValue: 5, validation: { min: 1 } }),
    baseline: fields.checkbox({
      label: 'Baseline',
      description: 'Fills the gaps of every other pack. One pack is it.',
    }),
    roles: speakingWords('Job titles', 'What the job is called: “edge engineer”.'),
    leanings: speakingWords(
      'Leaning words',
      'Words of a posting that lean to this pack without naming the job.',
    ),
  },
})
