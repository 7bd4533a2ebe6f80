import { onTestFinished } from 'vitest'
import type { AgentFixture } from './agent-fixture.ts'
import { agentFixture } from './agent-fixture.ts'
import type { Call } from './call.ts'
import type { Dialled } from './dial.ts'
import { dial, signedUrl } from './dial.ts'
import type { ElevenLabsOptions } from './options.ts'
import type { ElevenLabs } from './start-elevenlabs.ts'
import { startElevenLabs } from './start-elevenlabs.ts'
import type { Answering, Model, ModelRequest } from './start-model.ts'
import { startModel } from './start-model.ts'

interface Setting extends ElevenLabsOptions {
  answer?: (request: ModelRequest, answering: Answering) => void
  /** Changes the agent's body before the stand-in reads it. */
  change?: (agent: AgentFixture) => unknown
}

/** The stand-in with one agent, `agent_1`, and a model that says what `answer` says; both end with the test. */
export async function startTestService({ answer = sayFine, change, ...options }: Setting = {}): Promise<{
  service: ElevenLabs
  model: Model
}> {
  const model = await startModel(answer)
  const agent = agentFixture(model.url)
  const service = await startElevenLabs({
    agents: { agent_1: change?.(agent) ?? agent },
    secrets: { secret_llm: 'llm-key' },
    secondMs: 200,
    pace: Infinity,
    voice: (text, rate) => new Int16Array((text.split(' ').length * rate) / 100),
    ...options,
  })
  onTestFinished(async () => {
    await service.stop()
    await model.stop()
  })
  return { service, model }
}

interface TestCall {
  service: ElevenLabs
  model: Model
  call: Call
  client: Dialled
}

/** A conversation under way; the candidate's pass is `pass-1`. */
export async function openTestCall(setting: Setting = {}): Promise<TestCall> {
  const { service, model } = await startTestService(setting)
  const client = await dial(await signedUrl(service), {
    dynamic_variables: { secret__interview_pass: 'pass-1' },
  })
  await client.next('conversation_initiation_metadata')
  return { service, model, client, call: await service.nextCall() }
}

const sayFine = (_request: ModelRequest, answering: Answering) => {
  answering.say('Fine. ')
  answering.end()
}
