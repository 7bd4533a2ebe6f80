import { z } from 'zod'
import { FaultBody } from '../../wire/fault.ts'

/** OpenAPI description of a JSON answer. */
export function json<S extends z.ZodType>(description: string, schema: S) {
  return { description, content: { 'application/json': { schema } } }
}

/** OpenAPI description of a JSON request body. */
export function jsonBody<S extends z.ZodType>(schema: S) {
  return { required: true, content: { 'application/json': { schema } } }
}

/** The path parameters of every route about one session. */
export const sessionParams = z.object({ id: z.string() })

const fault = (description: string) => json(description, FaultBody)

/** Refusals that any route about one session can give. */
export const refusals = {
  400: fault('Not JSON'),
  404: fault('No such session, or somebody else’s'),
  409: fault('Not now: see the code'),
  413: fault('Larger than 512 KB'),
  422: fault('A field does not fit'),
  429: fault('More than may be done at a time; Retry-After says when to try again'),
  503: fault('The store did not answer'),
}
