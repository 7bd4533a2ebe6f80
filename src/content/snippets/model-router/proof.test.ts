import { expect } from 'vitest'
import { prove } from '../proof-kit.ts'
import type { Account, Context, Env } from './code.ts'

type Variant = typeof import('./code.ts')

const LONG = Array.from({ length: 200 }, (_, i) => `${i} `)

prove<Variant>(new URL('.', import.meta.url), {
  issues: {
    'answer-across-accounts': {
      symptom: '(Speak Latin.) Paris',
      async run(variant) {
        const world = createWorld()
        world.north.tokens = (sent) => [`(${sent.instructions}) `, 'Paris']

        const ask = async (account: string) => {
          const text = await readBody(await world.call(variant, account))
          await world.settled()
          return text
        }

        expect(await ask('latin')).toBe('(Speak Latin.) Paris')
        expect(await ask('plain')).toBe('() Paris')
        expect(await ask('latin')).toBe('(Speak Latin.) Paris')
        expect(await ask('plain')).toBe('() Paris')
        expect(world.north.calls).toBe(2)
      },
    },

    'fallback-mid-answer': {
      symptom: 'one two uno dos tres',
      async run(variant) {
        const early = createWorld()
        early.north.breaksAfter = 0
        expect(await readBody(await early.call(variant, 'plain'))).toBe('uno dos tres')

        const middle = createWorld()
        middle.north.breaksAfter = 2
        expect(await readBody(await middle.call(variant, 'plain'))).toBe('one two [broken off]')
        await middle.settled()

        middle.north.breaksAfter = Infinity
        expect(await readBody(await middle.call(variant, 'plain'))).toBe('one two three')
      },
    },

    'limit-from-old-copy': {
      symptom: 10,
      async run(variant, other) {
        const burst = createWorld()
        const atOnce = Array.from({ length: 10 }, (_, i) => burst.call(i % 2 ? other : variant, 'limited'))
        const statuses = (await Promise.all(atOnce)).map((response) => response.status)

        const queue = createWorld()
        const inTurn: number[] = []
        for (let i = 0; i < 10; i += 1) {
          const response = await queue.call(i % 2 ? other : variant, 'limited')
          inTurn.push(response.status)
          await readBody(response)
        }
        queue.nextMinute()
        const afterwards = await queue.call(variant, 'limited')

        expect(afterwards.status).toBe(200)
        expect(statuses.filter((status) => status === 200).length).toBe(3)
        expect(inTurn.filter((status) => status === 200).length).toBe(3)
      },
    },

    'upstream-outlives-client': {
      symptom: 200,
      async run(variant) {
        for (const temperature of [0, 1]) {
          const world = createWorld()
          world.north.tokens = () => LONG
          const client = new AbortController()
          const response = await world.call(variant, 'plain', { temperature, signal: client.signal })
          const reader = response.body!.getReader()
          await reader.read()
          await reader.read()
          client.abort()
          reader.cancel().catch(() => {})
          await world.settled()

          expect(world.north.generated).toBeLessThan(20)
          expect(await readBody(await world.call(variant, 'plain', { temperature }))).toBe(LONG.join(''))
        }
      },
    },
  },

  traps: {
    'store-in-background': {
      symptom: 200,
      async run(variant) {
        const world = createWorld()
        world.north.tokens = () => LONG

        const response = await world.call(variant, 'plain')

        expect(world.north.generated).toBeLessThan(20)
        expect(await readBody(response)).toBe(LONG.join(''))
        await world.settled()
        await readBody(await world.call(variant, 'plain'))
        expect(world.north.calls).toBe(1)
      },
    },

    'bad-call-is-final': {
      symptom: 502,
      async run(variant) {
        const world = createWorld()
        world.north.status = 400
        world.south.status = 400

        const response = await world.call(variant, 'plain')

        expect(response.status).toBe(400)
        expect(world.south.calls).toBe(0)

        const overloaded = createWorld()
        overloaded.north.status = 429
        expect(await readBody(await overloaded.call(variant, 'plain'))).toBe('uno dos tres')
      },
    },
  },
})

interface Sent {
  prompt: string
  instructions: string
}

/** A provider that writes on, read or not, until it is done, breaks off or is hung up on. */
function createProvider(words: string[]) {
  const provider = {
    status: 200,
    breaksAfter: Infinity,
    tokens: (_sent: Sent) => words,
    calls: 0,
    generated: 0,
    running: new Set<Promise<void>>(),
    async answer(init: RequestInit): Promise<Response> {
      init.signal?.throwIfAborted()
      provider.calls += 1
      if (provider.status !== 200) return new Response('{}', { status: provider.status })

      const tokens = provider.tokens(JSON.parse(String(init.body)) as Sent)
      let isOver = false
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          const fail = (reason: unknown) => {
            if (!isOver) controller.error(reason)
            isOver = true
          }
          init.signal?.addEventListener('abort', () => fail(init.signal?.reason))
          const write = async () => {
            for (const [i, token] of tokens.entries()) {
              await everyoneReads()
              if (i === provider.breaksAfter) fail(new Error('connection lost'))
              if (isOver) return
              provider.generated += 1
              controller.enqueue(new TextEncoder().encode(token))
            }
            await everyoneReads()
            if (!isOver) controller.close()
            isOver = true
          }
          provider.running.add(write())
        },
        cancel() {
          isOver = true
        },
      })
      return new Response(body)
    },
  }
  return provider
}

/** Long enough for a chunk to pass through every stream before the next one is written. */
async function everyoneReads(): Promise<void> {
  for (let i = 0; i < 3; i += 1) await new Promise((resume) => setImmediate(resume))
}

/** Two providers, a cache and a counter, each keeping the promises in code.ts. */
function createWorld() {
  const accounts: Record<string, Account> = {
    plain: { id: 'plain', callsPerMinute: 1_000, instructions: '' },
    latin: { id: 'latin', callsPerMinute: 1_000, instructions: 'Speak Latin.' },
    limited: { id: 'limited', callsPerMinute: 3, instructions: '' },
  }
  const north = createProvider(['one ', 'two ', 'three'])
  const south = createProvider(['uno ', 'dos ', 'tres'])
  const stored = new Map<string, { text: string; init: ResponseInit }>()
  const totals = new Map<string, number>()
  const background = new Set<Promise<unknown>>()
  let minute = 0

  const usage = {
    /** This location's copy is as old as it may be. */
    read: async () => 0,
    current: async (counter: string) => totals.get(counter) ?? 0,
    async add(counter: string) {
      const total = (totals.get(counter) ?? 0) + 1
      totals.set(counter, total)
      return total
    },
  }
  const env: Env = {
    accounts: { withKey: async (apiKey) => accounts[apiKey] ?? null },
    usage,
    cache: {
      async match(key) {
        const found = stored.get(key)
        return found && new Response(found.text, found.init)
      },
      async put(key, response) {
        const { status, headers } = response
        stored.set(key, { text: await response.text(), init: { status, headers } })
      },
    },
    upstreams: {
      large: [
        { name: 'north', url: 'https://north.example/', key: 'n' },
        { name: 'south', url: 'https://south.example/', key: 's' },
      ],
    },
    fetch: (url, init) => (url.includes('north') ? north : south).answer(init),
    parseCall: (body) => JSON.parse(body),
    now: () => minute * 60_000,
    log: () => {},
  }
  const context: Context = { waitUntil: (work) => background.add(work) }

  return {
    north,
    south,
    nextMinute: () => (minute += 1),
    call(worker: Variant, account: string, { temperature = 0, signal }: CallOptions = {}) {
      const request = new Request('https://router.example/v1/generate', {
        method: 'POST',
        headers: { authorization: account },
        body: JSON.stringify({ model: 'large', prompt: 'Capital of France', temperature }),
        ...(signal && { signal }),
      })
      return worker.handle(request, env, context)
    },
    /** Once the providers are silent and the background work is done. */
    async settled() {
      await Promise.allSettled([...north.running, ...south.running, ...background])
    },
  }
}

interface CallOptions {
  temperature?: number
  signal?: AbortSignal
}

async function readBody(response: Response): Promise<string> {
  let text = ''
  const decoder = new TextDecoder()
  try {
    for await (const chunk of response.body ?? []) text += decoder.decode(chunk, { stream: true })
    return text
  } catch {
    return `${text}[broken off]`
  }
}
