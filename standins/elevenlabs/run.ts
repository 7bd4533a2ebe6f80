/**
 * The stand-in by hand, for a site that runs beside it:
 *
 *   node standins/elevenlabs/run.ts [--agent body.json] [--llm http://localhost:4321/api/voice/llm] [--port 4322]
 *     [--key xi_local] [--llm-key llm_local] [--webhook http://localhost:4321/api/webhooks/elevenlabs]
 *     [--on pingFirst,repeatsRequests]
 *
 * Without `--agent` an agent of its own stands in, as `agent_local`; with it, its `custom_llm` is called where `--llm`
 * says. Every line typed here is what the candidate says, as if the microphone had heard it; lines with a slash do
 * something to the call: /speak (starts to speak), /drop (the network breaks), /close CODE.
 */
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { AgentBody } from './agent-body.ts'
import { agentFixture } from './agent-fixture.ts'
import type { Call } from './call.ts'
import { startElevenLabs } from './start-elevenlabs.ts'
import type { Switches } from './switches.ts'
import { createSwitches } from './switches.ts'

const { values } = parseArgs({
  options: {
    agent: { type: 'string' },
    llm: { type: 'string', default: 'http://localhost:4321/api/voice/llm' },
    port: { type: 'string', default: '4322' },
    key: { type: 'string', default: 'xi_local' },
    'llm-key': { type: 'string', default: 'llm_local' },
    webhook: { type: 'string' },
    on: { type: 'string', default: '' },
  },
})

const say = (line: string) => process.stdout.write(`${line}\n`)

/** The agent's body, calling the model and the webhook of this command. @throws ZodError when it is none */
function readAgent() {
  const raw: unknown = values.agent
    ? JSON.parse(readFileSync(values.agent, 'utf8'))
    : agentFixture(values.llm)
  const agent = AgentBody.parse(raw)
  const { custom_llm } = agent.conversation_config.agent.prompt
  Object.assign(custom_llm, { url: values.llm, api_key: { secret_id: 'secret_llm' } })
  const { workspace_overrides } = agent.platform_settings
  Object.assign((workspace_overrides.webhooks ??= { events: ['transcript'] }), {
    post_call_webhook_id: 'wh_1',
  })
  return agent
}

/** @throws Error when a name is no switch */
function readSwitches(names: string): Partial<Switches> {
  const known = createSwitches()
  const on = names.split(',').filter((name) => name !== '')
  const unknown = on.filter((name) => !(name in known))
  if (unknown.length > 0) throw new Error(`--on: no switch ${unknown.join(', ')}`)
  return Object.fromEntries(on.map((name) => [name, true]))
}

const service = await startElevenLabs({
  agents: { agent_local: readAgent() },
  apiKey: values.key,
  secrets: { secret_llm: values['llm-key'] },
  webhooks: values.webhook ? { wh_1: { url: values.webhook, secret: 'wsec_local' } } : {},
  port: Number(values.port),
  switches: readSwitches(values.on),
})

say(`ElevenLabs stand-in at ${service.url}, agent agent_local, key ${values.key}, webhook secret wsec_local`)

function show(call: Call): void {
  say(`${call.id} begins`)
  let shown = 0
  const timer = setInterval(() => {
    for (const message of call.sent.slice(shown)) {
      shown += 1
      if (['audio', 'ping', 'vad_score'].includes(message.type)) continue
      say(`  ${JSON.stringify(message)}`)
    }
  }, 100)
  void call.ended.then(({ by, code }) => {
    clearInterval(timer)
    say(`${call.id} ended by the ${by} with ${code}`)
  })
}

function take(line: string): void {
  const call = service.calls.at(-1)
  const [command, argument] = line.split(' ')
  if (!call) say('There is no call yet')
  else if (command === '/speak') call.startsToHear()
  else if (command === '/drop') call.drop()
  else if (command === '/close') call.close(Number(argument ?? 1000), 'Closed by hand')
  else if (line.trim() !== '') void call.hears(line.trim())
}

createInterface({ input: process.stdin }).on('line', take)
for (;;) show(await service.nextCall())
