import { collection, fields } from '@keystatic/core'
import { text } from '../fields/text.ts'

const ADDRESS = { regex: /^https:\/\/\S+$/, message: 'Write an address that begins with https://.' }

/** Good things to read by others, a file each. */
export const readings = collection({
  label: 'Readings',
  path: 'src/content/readings/*',
  slugField: 'title',
  format: { data: 'yaml' },
  columns: ['by', 'minutes'],
  schema: {
    title: fields.slug({ name: { label: 'Title' }, slug: { label: 'File' } }),
    by: text({ label: 'By', description: 'Author, and where it appeared.' }),
    href: text({ label: 'Address', pattern: ADDRESS }),
    minutes: fields.integer({ label: 'Minutes', defaultValue: 10, validation: { min: 1, max: 240 } }),
  },
})
