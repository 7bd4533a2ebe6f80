import { z } from 'zod'
import { Report } from './report.ts'

/** The JSON Schema (draft 2020-12) of the report object, as it is published. */
export function reportSchema(): object {
  return { title: 'Offhook report, version 1', ...z.toJSONSchema(Report) }
}
