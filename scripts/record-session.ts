/**
 * Plays the script of an interview once and keeps the log beside it, which is never replaced: `evals/sessions/README.md`.
 * npm run record-session -- evals/sessions/<id>
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { load } from 'js-yaml'
import { InterviewScript } from '../evals/session/interview-script.ts'
import { playInterview } from '../evals/session/play-interview.ts'
import { readSources } from '../evals/session/read-sources.ts'

const sources = readSources()
for (const folder of process.argv.slice(2)) {
  const script = InterviewScript.parse(load(readFileSync(join(folder, 'script.yaml'), 'utf8')))
  const log = playInterview(basename(folder), script, sources)
  const lines = log.map((event) => `${JSON.stringify(event)}\n`).join('')
  writeFileSync(join(folder, 'log.jsonl'), lines, { flag: 'wx' })
  console.log(`${folder}: ${log.length} events`)
}
