import { join } from 'node:path'
import { castInterviews } from './recordings/cast-interviews.ts'
import { playPart } from './recordings/play-part.ts'
import type { Recording } from './recordings/write-recordings.ts'
import { writeRecordings } from './recordings/write-recordings.ts'

/** `npm run record-logs -- FOLDER [NAME...]`: records the whole cast, or the named parts, into a folder of fixtures. */
const [folder = '', ...names] = process.argv.slice(2)
const cast = castInterviews()

try {
  if (!/^\d{4}-\d{2}[a-z0-9-]*$/.test(folder))
    throw new Error('Name the folder after the month, as in 2026-11.')
  const unknown = names.find((name) => !cast.some((part) => part.name === name))
  if (unknown) throw new Error(`There is no part ${unknown} in scripts/recordings/cast-interviews.ts.`)
  const parts = names.length > 0 ? cast.filter(({ name }) => names.includes(name)) : cast
  const recordings: Recording[] = []
  for (const part of parts) recordings.push({ name: part.name, log: await playPart(part) })
  const bytes = writeRecordings(join('src/domain/interview/fixtures', folder), recordings)
  console.log(`${parts.length} interviews recorded in ${folder}, ${Math.round(bytes / 1024)} KB`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
