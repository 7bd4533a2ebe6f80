import { z } from 'zod'
import { VoiceAccess } from '../wire/voice.ts'
import { openTestApp } from './test-app.ts'

const Chunk = z.strictObject({
  id: z.string().min(1),
  object: z.literal('chat.completion.chunk'),
  created: z.number().int(),
  model: z.string(),
  choices: z.tuple([
    z.strictObject({
      index: z.literal(0),
      delta: z.strictObject({
        role: z.literal('assistant').optional(),
        content: z.string().min(1).optional(),
        tool_calls: z
          .tuple([
            z.strictObject({
              index: z.number().int(),
              id: z.string().min(1),
              type: z.literal('function'),
              function: z.strictObject({ name: z.string(), arguments: z.string() }),
            }),
          ])
          .optional(),
      }),
      finish_reason: z.enum(['stop', 'tool_calls']).nullable(),
    }),
  ]),
})

/** What a call was answered: the words in one text, the tool calls by name, and how it ended. */
export interface Answer {
  words: string
  calls: { name: string; args: Record<string, unknown> }[]
  finish: string | null
  /** What each chunk held, in order. */
  order: string[]
}

/** Reads a streamed completion as strictly as any caller might. */
export function readCompletion(body: string): Answer {
  const lines = body.split('\n\n')
  if (lines.pop() !== '' || lines.pop() !== 'data: [DONE]')
    throw new Error('the stream is not ended by [DONE]')
  const choices = lines.map((line) => Chunk.parse(JSON.parse(line.replace(/^data: /, ''))).choices[0])
  const calls = choices.flatMap(({ delta }) => delta.tool_calls ?? [])
  return {
    words: choices.map(({ delta }) => delta.content ?? '').join(''),
    calls: calls.map((call) => {
      const args = z.record(z.string(), z.unknown()).parse(JSON.parse(call.function.arguments))
      return { name: call.function.name, args }
    }),
    finish: choices.at(-1)?.finish_reason ?? null,
    order: choices.map(({ delta, finish_reason: reason }) => reason ?? (delta.tool_calls ? 'call' : 'words')),
  }
}

const tool = (name: string, names: string[]) => ({
  type: 'function',
  function: {
    name,
    description: name,
    parameters: { type: 'object', properties: Object.fromEntries(names.map((each) => [each, {}])) },
  },
})

/** The tools that our agent offers. */
export const OFFERED = [
  tool('show_snippet', ['snippet_id']),
  tool('highlight_lines', ['snippet_id', 'from', 'to']),
  tool('set_section', ['section']),
  tool('hold', ['on']),
  tool('end_call', ['reason', 'system__message_to_speak']),
]

export interface CallMessage {
  role: string
  content: unknown
  tool_calls?: unknown
}

export const said = (content: string): CallMessage => ({ role: 'user', content })
export const ours = (content: string): CallMessage => ({ role: 'assistant', content })
export const PICKUP = said('[pickup]')

/** A call on an interview: a pass of its own, and requests as ElevenLabs sends them. */
export async function openCall(
  { app }: Pick<ReturnType<typeof openTestApp>, 'app'>,
  client: ReturnType<ReturnType<typeof openTestApp>['newClient']>,
  sessionId: string,
) {
  const response = await client.send('POST', '/api/voice/access', { sessionId, engine: 'elevenlabs' })
  const access = VoiceAccess.parse(await response.json())
  if (access.engine !== 'elevenlabs') throw new Error('no call was opened')
  const pass = access.dynamicVariables['secret__interview_pass'] ?? ''
  const send = (
    messages: CallMessage[],
    more: { tools?: unknown; signal?: AbortSignal; path?: string } = {},
  ): Promise<Response> => {
    const { tools = OFFERED, signal, path = '/api/voice/llm/chat/completions' } = more
    const system = { role: 'system', content: 'stub; the interview director owns the prompt.' }
    const body = {
      model: 'interview-director',
      messages: [system, ...messages],
      max_tokens: -1,
      stream: true,
      tools,
    }
    return Promise.resolve(
      app.request(`http://localhost${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-interview-pass': pass, authorization: 'Bearer x' },
        body: JSON.stringify(body),
        ...(signal ? { signal } : {}),
      }),
    )
  }
  const ask = async (messages: CallMessage[], tools?: unknown): Promise<Answer> => {
    const answered = await send(messages, tools === undefined ? {} : { tools })
    if (answered.status !== 200) throw new Error(`${answered.status} ${await answered.text()}`)
    return readCompletion(await answered.text())
  }
  return { pass, send, ask }
}

const elevenLabs = { signedUrl: () => Promise.resolve('wss://api.example/v1?sig=1') }

/** A server that ElevenLabs is set up on, with an interview that a call has been opened for. */
export async function openInterview() {
  const server = openTestApp({ elevenLabs })
  const client = server.newClient()
  const { id } = await client.create()
  const call = await openCall(server, client, id)
  const session = async () => {
    const found = await server.dependencies.sessions.find(id)
    if (!found) throw new Error('the session is gone')
    return found
  }
  return { ...server, client, id, call, session }
}

/** An interview whose opening has been heard in its call. */
export async function openedInterview() {
  const interview = await openInterview()
  const opening = await interview.call.ask([PICKUP])
  return { ...interview, opening, history: [PICKUP, ours(opening.words)] }
}

/** What the candidate has said, turn by turn. */
export const candidateTexts = (state: { transcript: { speaker: string; text: string }[] }) =>
  state.transcript.flatMap(({ speaker, text }) => (speaker === 'candidate' ? [text] : []))
