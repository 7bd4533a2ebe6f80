import { collection, fields } from '@keystatic/core'
import { listOfLines } from '../fields/list-of-lines.tsx'
import { text } from '../fields/text.ts'
import * as question from './question-fields.ts'

const slot = (label: string) => text({ label, description: 'Said when the posting has no such words.' })

/** Design questions of section C, a file each. */
export const scenarios = collection({
  label: 'Scenarios',
  path: 'src/content/scenarios/*',
  slugField: 'title',
  format: { data: 'yaml' },
  columns: ['pack', 'draft', 'public'],
  schema: {
    title: fields.slug({
      name: { label: 'Title' },
      slug: { label: 'File', description: 'Its id for good: sessions and reports refer to it.' },
    }),
    draft: question.draft,
    pack: question.pack,
    competencies: question.competencies,
    level: question.level,
    public: question.isPublic,
    opener: text({
      label: 'Opener',
      description: 'Spoken, and broad. {product}, {stack} and {scale} take words of the posting.',
      multiline: true,
    }),
    slots: fields.object(
      { product: slot('{product}'), stack: slot('{stack}'), scale: slot('{scale}') },
      { label: 'Without a posting' },
    ),
    constraints: listOfLines({
      label: 'Constraints',
      description: 'Said with the opener: one to three, with numbers.',
    }),
    points: question.points,
    signals: question.signals,
    followUps: question.followUps,
    callback: text({
      label: 'Callback',
      description: 'Refers back to the candidate’s own system, which {system} stands for.',
      multiline: true,
    }),
    probes: question.probes,
    facts: question.facts,
    answers: question.answers,
    answerPoints: question.answerPoints,
    readings: question.readings,
  },
})
