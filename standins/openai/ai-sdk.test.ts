import { expect, test } from 'vitest'
import { z } from 'zod'
import { startOpenAi } from './start-openai.ts'
import { createSwitches, type Switches } from './switches.ts'
import { describeModel, type ModelTrouble } from '../../src/model/model.contract.ts'
import { createAiSdkModel } from '../../src/model/drivers/ai-sdk.ts'

const troubles: Record<Exclude<ModelTrouble, 'is gone'>, Partial<Switches>> = {
  hangs: { hangs: true },
  drips: { drips: true },
  redirects: { redirects: true },
  'breaks off': { breaksOff: true },
  'answers 400': { status: 400 },
  'answers 401': { status: 401 },
  'answers 429': { status: 429 },
  'answers 500': { status: 500 },
  truncates: { truncates: true },
  talks: { talks: true },
  'other shape': { otherShape: true },
  overlong: { overlong: true },
  'no completion': { notCompletion: true },
  declines: { declines: true },
  'calls a tool': { callsTool: true },
  'is well': createSwitches(),
}

const settingsOf = ({ apiKey, url, model }: { apiKey: string; url: string; model: string }) => {
  return { apiKey, baseUrl: url, model }
}

describeModel('AI SDK', async () => {
  const service = await startOpenAi({ answer: () => ({ colour: 'blue', words: ['sea'] }) })
  return {
    model: createAiSdkModel(settingsOf(service)),
    apiKey: service.apiKey,
    trouble: async (kind) => {
      if (kind === 'is gone') await service.stop()
      else Object.assign(service.switches, troubles[kind])
    },
    sent: () => JSON.stringify(service.requests.map(({ body }) => body)),
    stop: service.stop,
  }
})

test('a model that is not there, and a key that is none, are refusals', async () => {
  const service = await startOpenAi({ answer: () => ({ ok: 'yes' }) })
  const request = {
    name: 'any',
    system: 'Answer.',
    prompt: 'Yes?',
    schema: z.object({ ok: z.string() }),
    deadlineMs: 5_000,
    maxOutputTokens: 10,
  }
  const right = settingsOf(service)
  try {
    for (const wrong of [{ model: 'other' }, { apiKey: 'sk-wrong' }]) {
      const model = createAiSdkModel({ ...right, ...wrong })
      await expect(model.answer(request)).rejects.toMatchObject({ reason: 'refused' })
    }
    expect((await createAiSdkModel(right).answer(request)).value).toEqual({ ok: 'yes' })
  } finally {
    await service.stop()
  }
})
