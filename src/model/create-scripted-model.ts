import { type Model, ModelFailure, type ModelRequest } from './model.ts'

/** What a scripted model is told of a request. */
export type ScriptedRequest = Pick<ModelRequest<unknown>, 'name' | 'system' | 'prompt'>

/**
 * A model for tests: `answer` gives what the service would have sent, which is read against the schema as it would be, or
 * throws a ModelFailure. Four characters are a token.
 */
export function createScriptedModel(answer: (request: ScriptedRequest) => unknown): Model {
  const tokens = (text: string) => Math.ceil(text.length / 4)
  return {
    name: 'scripted-1',
    answer: async ({ name, system, prompt, schema }) => {
      const said: unknown = await answer({ name, system, prompt })
      const usage = {
        inputTokens: tokens(system + prompt),
        cachedTokens: 0,
        outputTokens: tokens(JSON.stringify(said)),
      }
      const parsed = schema.safeParse(said)
      if (!parsed.success) throw new ModelFailure('invalid', 'the answer does not fit', { usage })
      return { value: parsed.data, usage }
    },
  }
}
