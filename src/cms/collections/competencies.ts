import { collection, fields } from '@keystatic/core'
import { listOfLines } from '../fields/list-of-lines.tsx'

/** What a posting can ask for, a file each. */
export const competencies = collection({
  label: 'Competencies',
  path: 'src/content/competencies/*',
  slugField: 'name',
  format: { data: 'yaml' },
  columns: ['trackWeight'],
  schema: {
    name: fields.slug({
      name: { label: 'Name' },
      slug: { label: 'File', description: 'Its id for good: questions and plans refer to it.' },
    }),
    aliases: listOfLines({
      label: 'Aliases',
      description:
        'As postings write it: whole words, case and plural ignored. No word that plain English uses too.',
    }),
    packs: fields.multiRelationship({ label: 'Packs', collection: 'packs' }),
    trackWeight: fields.integer({
      label: 'Track weight',
      description: '0 to 3: how strongly it speaks for its packs when a track is chosen.',
      defaultValue: 0,
      validation: { min: 0, max: 3 },
    }),
    reading: fields.relationship({ label: 'Reading', collection: 'readings' }),
  },
})
