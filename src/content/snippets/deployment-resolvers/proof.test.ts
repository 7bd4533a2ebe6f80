import { expect } from 'vitest'
import { prove } from '../proof-kit.ts'
import type { Author, Context, Deployment, Services } from './code.ts'

type Variant = typeof import('./code.ts')

const NOON = Date.UTC(2025, 0, 1, 12)
const SECOND_MS = 1_000

prove<Variant>(new URL('.', import.meta.url), {
  issues: {
    'run-per-attempt': {
      symptom: { oneClick: 'd3', twoClicks: 'd2' },
      async run(variant, other) {
        const world = createWorld({ deployments: [6, 5, 4, 3, 2, 1].map((n) => deployment(`d${n}`)) })

        await world.click(variant, 'first')
        world.clock.ms += 12 * SECOND_MS
        await world.click(other, 'first')
        await world.finishRuns()
        world.clock.ms += 60 * SECOND_MS
        await world.click(variant, 'first')
        await world.finishRuns()
        const oneClick = world.live()

        world.clock.ms += 5 * SECOND_MS
        await world.click(other, 'second')
        await world.finishRuns()

        expect({ oneClick, twoClicks: world.live() }).toEqual({ oneClick: 'd5', twoClicks: 'd4' })
      },
    },

    'author-by-place': {
      symptom: { names: ['Ada', 'Bo', 'Zoe', null, 'Ada', null], calls: 1 },
      async run(variant) {
        const authors = ['zoe', 'gone', 'ada', 'bo', 'zoe', null]
        const world = createWorld({
          people: ['ada', 'bo', 'zoe'],
          deployments: authors.map((author, i) => deployment(`d${authors.length - i}`, author)),
        })

        const page = await world.open(variant, 'mara')

        expect({ names: page.map(({ author }) => nameOf(author)), calls: world.people.calls }).toEqual({
          names: ['Zoe', null, 'Ada', 'Bo', 'Zoe', null],
          calls: 1,
        })
      },
    },

    'memory-across-viewers': {
      symptom: {
        mateFirst: ['ada@mail.example', 'ada@mail.example'],
        guestFirst: [null, null],
        together: ['cy@mail.example', 'cy@mail.example'],
        leftTheTeam: ['di@mail.example', 'di@mail.example'],
      },
      async run(variant) {
        const worldOf = (author: string) =>
          createWorld({ people: [author], teammates: ['mara'], deployments: [deployment('d1', author)] })
        const emailOf = async (world: World, viewer: string) => {
          const [row] = await world.open(variant, viewer)
          return row?.author && row.author !== 'error' ? row.author.email : null
        }

        const [ada, bo, cy, di] = [worldOf('ada'), worldOf('bo'), worldOf('cy'), worldOf('di')]
        const seen = {
          mateFirst: [await emailOf(ada, 'mara'), await emailOf(ada, 'guest')],
          guestFirst: [await emailOf(bo, 'guest'), await emailOf(bo, 'mara')],
          together: await Promise.all([emailOf(cy, 'mara'), emailOf(cy, 'guest')]),
          leftTheTeam: [await emailOf(di, 'mara')],
        }
        di.teammates.delete('mara')
        seen.leftTheTeam.push(await emailOf(di, 'mara'))

        expect(seen).toEqual({
          mateFirst: ['ada@mail.example', null],
          guestFirst: [null, 'bo@mail.example'],
          together: ['cy@mail.example', null],
          leftTheTeam: ['di@mail.example', null],
        })
      },
    },

    'outage-as-empty': {
      symptom: { up: [['listening'], []], down: [[], []], names: ['Ada', 'Ada'] },
      async run(variant) {
        const world = createWorld({
          people: ['ada'],
          deployments: [deployment('d2', 'ada'), deployment('d1', 'ada')],
          lines: { d2: ['listening'] },
        })
        const up = await world.open(variant, 'mara')
        world.output.isDown = true
        const down = await world.open(variant, 'mara')

        expect({
          up: up.map(({ output }) => output),
          down: down.map(({ output }) => output),
          names: down.map(({ author }) => nameOf(author)),
        }).toEqual({ up: [['listening'], []], down: ['error', 'error'], names: ['Ada', 'Ada'] })
      },
    },
  },

  traps: {
    'answers-before-the-end': {
      symptom: { isAnswered: false, live: 'd1' },
      async run(variant) {
        const world = createWorld({ deployments: [deployment('d2'), deployment('d1')] })
        let isAnswered = false
        const answer = world.click(variant, 'first').then(() => (isAnswered = true))
        await everythingSettled()
        const beforeTheEnd = isAnswered
        await world.finishRuns()
        await answer

        expect({ isAnswered: beforeTheEnd, live: world.live() }).toEqual({ isAnswered: true, live: 'd1' })
      },
    },

    'batch-closed-first': {
      symptom: [['listening'], []],
      async run(variant) {
        const [first, second] = [deployment('d2'), deployment('d1')]
        const world = createWorld({
          deployments: [first, second],
          lines: { d2: ['listening'], d1: ['exit 1'] },
        })
        const context = world.request('mara')

        const release = world.output.hold()
        const early = variant.resolvers.Deployment.output(first, {}, context)
        await everythingSettled()
        const late = variant.resolvers.Deployment.output(second, {}, context)
        release()

        expect(await Promise.all([early, late])).toEqual([['listening'], ['exit 1']])
      },
    },
  },
})

const everythingSettled = () => new Promise((resume) => setImmediate(resume))

function deployment(id: string, authorId: string | null = null): Deployment {
  return { id, state: 'replaced', authorId }
}

function nameOf(author: Author | 'error' | null): string | null {
  return author && author !== 'error' ? author.name : author
}

type World = ReturnType<typeof createWorld>

/** The services behind the API, each keeping the promises in code.ts, and the server that runs resolvers. */
function createWorld(given: Given) {
  const clock = { ms: NOON }
  const teammates = new Set(given.teammates ?? [])
  const lines = new Map(Object.entries(given.lines ?? {}))
  const newestFirst = given.deployments
  newestFirst.forEach((one, i) => (one.state = i === 0 ? 'live' : 'replaced'))
  const live = () => newestFirst.findIndex(({ state }) => state === 'live')

  const people = {
    calls: 0,
    async findMany(viewerId: string, ids: string[]): Promise<Author[]> {
      people.calls += 1
      const known = (given.people ?? []).filter((id) => ids.includes(id)).toSorted()
      return known.map((id) => ({
        id,
        name: id.slice(0, 1).toUpperCase() + id.slice(1),
        email: teammates.has(viewerId) ? `${id}@mail.example` : null,
      }))
    },
  }

  let held = Promise.resolve()
  const output = {
    isDown: false,
    /** Answers nobody until the function it returns is called. */
    hold(): () => void {
      const { promise, resolve } = Promise.withResolvers<void>()
      held = promise
      return resolve
    },
    async tails(ids: string[]) {
      const asked = [...ids]
      await held
      if (output.isDown) throw new Error('connect timeout')
      return new Map(asked.flatMap((id) => (lines.has(id) ? [[id, lines.get(id) ?? []] as const] : [])))
    },
  }

  const runs = new Map<string, PromiseWithResolvers<'done'>>()
  const waiting: PromiseWithResolvers<'done'>[] = []
  const workflows = {
    async start(id: string) {
      if (!runs.has(id)) {
        const run = Promise.withResolvers<'done'>()
        runs.set(id, run)
        waiting.push(run)
      }
      return { id }
    },
    async result(id: string) {
      return runs.get(id)?.promise ?? 'failed'
    },
    async isRunning() {
      return waiting.length > 0
    },
  }

  const services: Services = {
    projects: { find: async (_viewerId, id) => ({ id }), role: async () => 'maintainer' },
    deployments: { latest: async (_projectId, count) => newestFirst.slice(0, count) },
    people,
    output,
    workflows,
    now: () => clock.ms,
    log: () => {},
  }
  const request = (viewerId: string): Context => ({ services, viewer: { id: viewerId } })

  return {
    clock,
    teammates,
    people,
    output,
    request,
    live: () => newestFirst[live()]?.id,
    /** The page of a project: the resolvers of all rows in one tick, and a field that threw is an error. */
    async open(variant: Variant, viewerId: string) {
      const { Query, Project, Deployment: fields } = variant.resolvers
      const context = request(viewerId)
      const project = await Query.project({}, { id: 'shop' }, context)
      const rows = project ? await Project.deployments(project, { first: 20 }, context) : []
      const field = async <Value>(resolve: () => Value) => {
        try {
          return await resolve()
        } catch {
          return 'error' as const
        }
      }
      return Promise.all(
        rows.map(async (row) => {
          const author = field(() => fields.author(row, {}, context))
          const lastLines = field(() => fields.output(row, {}, context))
          return { author: (await author) || null, output: await lastLines }
        }),
      )
    },
    /** One call of the mutation by one of the servers. Whether its answer arrives is not looked at. */
    async click(variant: Variant, clientMutationId: string): Promise<void> {
      const input = { projectId: 'shop', clientMutationId }
      await variant.resolvers.Mutation.rollBack({}, { input }, request('mara')).catch(() => null)
    },
    /** The runs of a project take turns; each puts back what was live before. */
    async finishRuns(): Promise<void> {
      for (const run of waiting.splice(0)) {
        const now = live()
        const [from, to] = [newestFirst[now], newestFirst[now + 1]]
        if (from && to) [from.state, to.state] = ['replaced', 'live']
        run.resolve('done')
      }
      await everythingSettled()
    },
  }
}

interface Given {
  deployments: Deployment[]
  people?: string[]
  teammates?: string[]
  lines?: Record<string, string[]>
}
