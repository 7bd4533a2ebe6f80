import { readFileSync } from 'node:fs'
import type { z } from 'zod'

/**
 * The rows of a JSON Lines file, blank lines left out.
 * @throws Error naming file, line and field when a row does not fit
 */
export function readRows<T>(file: string, schema: z.ZodType<T>): T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) =>
      line.trim() === '' ? [] : [readRow(line, schema, `${file}: line ${index + 1}`)],
    )
}

function readRow<T>(line: string, schema: z.ZodType<T>, place: string): T {
  const parsed = schema.safeParse(parseJson(line, place))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new Error(`${place}: ${issue?.path.join('.') || 'row'}: ${issue?.message}`)
}

function parseJson(line: string, place: string): unknown {
  try {
    return JSON.parse(line)
  } catch (cause) {
    throw new Error(`${place}: is not JSON`, { cause })
  }
}
