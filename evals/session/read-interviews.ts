import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { z } from 'zod'
import { SessionEvent } from '../../src/domain/interview/event.ts'
import { Expected } from './expected.ts'

/** A recorded interview and what is expected of its report. */
export interface Interview {
  id: string
  /** Where `expected.json` is, for errors. */
  path: string
  log: SessionEvent[]
  expected: Expected
}

/**
 * Reads one interview, a folder with `log.jsonl` and `expected.json`, or each folder of that kind in a folder.
 * @throws Error that names the file, the line and the field, or says that there is none
 */
export function readInterviews(folder: string): Interview[] {
  if (existsSync(join(folder, 'log.jsonl'))) return [readInterview(folder)]
  const inside = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(folder, name))
    .filter((path) => existsSync(join(path, 'log.jsonl')))
  if (inside.length === 0) throw new Error(`${folder}: there is no log.jsonl in it, nor in a folder of it`)
  return inside.toSorted().map(readInterview)
}

function readInterview(folder: string): Interview {
  const logPath = join(folder, 'log.jsonl')
  const log = readFileSync(logPath, 'utf8')
    .split('\n')
    .flatMap((line, index) =>
      line.trim() === '' ? [] : [parse(SessionEvent, line, `${logPath}:${index + 1}`)],
    )
  const path = join(folder, 'expected.json')
  return { id: basename(folder), path, log, expected: parse(Expected, readFileSync(path, 'utf8'), path) }
}

function parse<S extends z.ZodType>(schema: S, text: string, where: string): z.infer<S> {
  const parsed = schema.safeParse(parseJson(text, where))
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'file'}: ${message}`)
  throw new Error(`${where}: ${problems.join('; ')}`)
}

function parseJson(text: string, where: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Error(`${where}: this is no JSON`)
  }
}
