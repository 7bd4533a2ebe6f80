import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalMeaning } from '../domain/interview/canonical-meaning.ts'
import type { SessionState } from '../domain/interview/state.ts'
import { StorageFailure } from '../storage/storage-failure.ts'
import type { Dependencies } from './dependencies.ts'
import { Fault } from './failure.ts'
import { playCandidate } from './play-candidate.ts'
import { readCall } from './read-call.ts'
import { createSessionStore } from './session-store.ts'
import { openTestApp } from './test-app.ts'
import type { CallMessage } from './test-call.ts'
import { ours, PICKUP, said } from './test-call.ts'
import { answerCall } from './usecases/answer-call.ts'

/** Interviews that each property is tried on, and turns of each. */
const RUNS = Number(process.env['OFFHOOK_NOISY_RUNS'] || 25)
const TURNS = 8

/** Something that goes wrong on the way to a turn's final text, or after it. */
type Noise =
  /** The first words of the turn, as if they were all; every one a little longer than the one before. */
  | { kind: 'prefix' }
  /** The text that was sent last, or one of those sent before it for this turn. */
  | { kind: 'repeat'; of: number }
  /** An earlier turn, once more. */
  | { kind: 'late'; of: number }
  | { kind: 'broken-off' }
  /** The store fails on the next append: before it is done, or so that nobody learns that it was. */
  | { kind: 'store-fails'; when: 'before' | 'after' }
  | { kind: 'follow-up' }

const noise: fc.Arbitrary<Noise> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Noise>({ kind: 'prefix' }) },
  { weight: 2, arbitrary: fc.nat(9).map((of): Noise => ({ kind: 'repeat', of })) },
  { weight: 1, arbitrary: fc.nat(9).map((of): Noise => ({ kind: 'late', of })) },
  { weight: 1, arbitrary: fc.constant<Noise>({ kind: 'broken-off' }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('before', 'after').map((when): Noise => ({ kind: 'store-fails', when })),
  },
  { weight: 1, arbitrary: fc.constant<Noise>({ kind: 'follow-up' }) },
)
const step = fc.record({
  words: fc.constantFrom(
    'strong',
    'weak',
    'skip',
    'Could you repeat that?',
    'Please end the interview there.',
  ),
  before: fc.array(noise, { maxLength: 5 }),
  after: fc.array(
    noise.filter(({ kind }) => kind !== 'prefix'),
    { maxLength: 3 },
  ),
  inTwo: fc.boolean(),
})
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** One call on an interview whose store can be made to fail. */
async function openCall(seed: number) {
  const server = openTestApp({ seed })
  const { log } = server.dependencies
  const failing = { when: 'never' as 'never' | 'before' | 'after' }
  const store = createSessionStore(
    {
      ...log,
      async append(...args) {
        const { when } = failing
        failing.when = 'never'
        if (when === 'before') throw new StorageFailure('append', 'lost')
        const result = await log.append(...args)
        if (when === 'after') throw new StorageFailure('append', 'lost')
        return result
      },
    },
    (error) => server.errors.push(error),
  )
  const dependencies: Dependencies = { ...server.dependencies, sessions: store }
  const { id } = await server.newClient().create()
  const ask = async (messages: CallMessage[], signal = new AbortController().signal) => {
    const wanted = readCall(messages.map(({ role, content }) => ({ role, content: String(content) })))
    const frames = await answerCall(dependencies, { sessionId: id, callId: 'call' }, wanted, signal)
    return frames.map((frame) => (frame.event === 'say' ? frame.data.text : '')).join(' ')
  }
  const session = async () => {
    const found = await store.find(id)
    if (!found) throw new Error('the session is gone')
    return found
  }
  return { ask, session, passTime: server.passTime, bank: dependencies.bank, failing }
}

/** Plays an interview by a call, with or without what goes wrong on the way. */
async function play(seed: number, steps: Step[], noisy: boolean) {
  const call = await openCall(seed)
  let words = await call.ask([PICKUP])
  const history: CallMessage[] = [PICKUP]
  const earlier: CallMessage[][] = []
  for (const { words: kind, before, after, inTwo } of steps) {
    if ((await call.session()).state.phase !== 'live') break
    call.passTime(20_000)
    history.push(ours(words))
    const isModel = kind === 'strong' || kind === 'weak'
    const text = isModel ? playCandidate(call.bank, kind, words).replaceAll(/\s+/g, ' ').trim() : kind
    const final = [...history, said(text)]
    const make = noisemaker(call, history, text, earlier)
    if (noisy) for (const each of before) await make(each)
    const half = text.lastIndexOf(' ', text.length / 2)
    const split = [...history, said(text.slice(0, half)), said(text.slice(half + 1))]
    words = await until(() => call.ask(noisy && inTwo && half > 0 ? split : final))
    if (noisy) for (const each of after) await make(each)
    earlier.push(final)
    history.push(said(text))
  }
  return await call.session()
}

function noisemaker(
  { ask, failing }: Awaited<ReturnType<typeof openCall>>,
  history: CallMessage[],
  text: string,
  earlier: CallMessage[][],
) {
  const sent: string[] = []
  const words = text.split(' ')
  return async (noise: Noise): Promise<void> => {
    const next = words.slice(0, 1 + sent.length).join(' ')
    switch (noise.kind) {
      case 'prefix':
        sent.push(next)
        await until(() => ask([...history, said(next)]))
        return
      case 'repeat': {
        const again = sent[noise.of % Math.max(1, sent.length)]
        if (again !== undefined) await until(() => ask([...history, said(again)]))
        return
      }
      case 'late': {
        const late = earlier[noise.of % Math.max(1, earlier.length)]
        if (late) await until(() => ask(late))
        return
      }
      case 'broken-off':
        await expect(ask([...history, said(`${next} and`)], AbortSignal.abort())).rejects.toThrow(Fault)
        return
      case 'store-fails':
        failing.when = noise.when
        return
      case 'follow-up':
        await until(() => ask([...history, said(next), ours('Sure.'), { role: 'tool', content: 'ok' }]))
    }
  }
}

/** As a voice service does: an answer that failed is asked for again. */
async function until<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    if (!(error instanceof StorageFailure)) throw error
    return ask()
  }
}

/** What a state means, whoever owns it and wherever in a log its turns stand. */
function meaningOf(state: SessionState): unknown {
  const parsed: unknown = JSON.parse(canonicalMeaning({ ...state, ownerId: '' }))
  return JSON.parse(
    JSON.stringify(parsed, (key, value: unknown) => {
      if (key === 'seq') return undefined
      return typeof value === 'string' && /^agent-\d+$/.test(value) ? 'agent' : value
    }),
  )
}

describe('a call on which everything is repeated, broken off, guessed ahead and late', () => {
  const noisySteps = fc.array(step, { minLength: 1, maxLength: TURNS })

  test(
    'comes to what its final texts alone come to, and each turn is taken once',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.nat(), noisySteps, async (seed, steps) => {
          const noisy = await play(seed, steps, true)
          const clean = await play(seed, steps, false)
          expect(meaningOf(noisy.state)).toEqual(meaningOf(clean.state))
          const turns = (events: typeof noisy.events) =>
            events.filter(({ kind }) => kind === 'candidate-said').length
          expect(turns(noisy.events)).toBe(turns(clean.events))
          expect(new Set(noisy.events.map(({ id }) => id)).size).toBe(noisy.events.length)
        }),
        { numRuns: RUNS },
      )
    },
    30_000 + RUNS * 1_000,
  )
})
