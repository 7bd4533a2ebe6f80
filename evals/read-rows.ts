import { readFileSync } from 'node:fs'
import type { z } from 'zod'

/**
 * The rows of a file with one JSON object a line; empty lines are passed over.
 * @throws Error that names the file, the line and the field that does not fit
 */
export function readRows<Row extends z.ZodType>(path: string, schema: Row): z.output<Row>[] {
  const lines = readFileSync(path, 'utf8').split('\n')
  return lines.flatMap((line, index) =>
    line.trim() === '' ? [] : [readRow(line, `${path}, line ${index + 1}`, schema)],
  )
}

function readRow<Row extends z.ZodType>(line: string, place: string, schema: Row): z.output<Row> {
  let json: unknown
  try {
    json = JSON.parse(line)
  } catch {
    throw new Error(`${place}: this is no JSON`)
  }
  const parsed = schema.safeParse(json)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new Error(`${place}: ${issue?.path.join('.') || 'row'}: ${issue?.message}`)
}
