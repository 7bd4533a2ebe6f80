import { collection, fields } from '@keystatic/core'
import { text } from '../fields/text.ts'
import * as question from './question-fields.ts'

/** Background questions of section A, a file each. */
export const warmups = collection({
  label: 'Warm-ups',
  path: 'src/content/warmups/*',
  slugField: 'title',
  format: { data: 'yaml' },
  columns: ['draft', 'public'],
  schema: {
    title: fields.slug({
      name: { label: 'Title' },
      slug: { label: 'File', description: 'Its id for good: sessions and reports refer to it.' },
    }),
    draft: question.draft,
    public: question.isPublic,
    opener: text({ label: 'Opener', description: 'Asks for a system owned end to end.', multiline: true }),
    points: question.points,
    signals: question.signals,
    followUps: question.followUps,
    probes: question.probes,
    answers: question.answers,
    answerPoints: question.answerPoints,
    readings: question.readings,
  },
})
