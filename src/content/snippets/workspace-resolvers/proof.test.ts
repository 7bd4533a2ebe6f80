import { expect } from 'vitest'
import { prove } from '../proof-kit.ts'
import type { Context, Document, Loader, Services } from './code.ts'

type Variant = typeof import('./code.ts')

/** How many searches a request's budget is good for if each is paid for, whatever it finds. */
const MOST_SEARCHES = 50

prove<Variant>(new URL('.', import.meta.url), {
  issues: {
    'parent-unchecked': {
      symptom: {
        guest: { title: 'Brief', parent: { title: 'Layoffs', body: 'text of Layoffs', parent: { title: 'HR' } } },
        inList: ['Layoffs', 'Layoffs'],
        inSimilar: ['Layoffs'],
        member: { parent: { title: 'Layoffs' } },
        reader: { parent: { title: 'Layoffs' } },
        top: { parent: null },
      },
      async run(variant) {
        const world = createWorld(variant, [
          { id: 'brief', parentId: 'layoffs', readers: ['guest', 'member', 'hr'] },
          { id: 'note', parentId: 'layoffs', readers: ['guest', 'member', 'hr'] },
          { id: 'layoffs', parentId: 'HR', readers: ['hr'] },
          { id: 'HR', readers: ['hr'] },
        ])
        const brief = (selection: Selection) => ({ document: ask({ id: 'brief' }, selection) })
        const trail = { parent: { title: true } } as const
        const seen = async (viewer: string, selection: Selection) =>
          (await world.query(viewer, brief(selection))).data.document
        const guest = await seen('guest', {
          title: true,
          parent: { title: true, body: true, parent: { title: true } },
        })
        const { data: list } = await world.query('guest', {
          workspace: ask({ id: 'w' }, { documents: { nodes: trail } }),
        })
        const { data: similar } = await world.query('guest', brief({ similar: ask({ first: 1 }, trail) }))

        expect({
          guest,
          inList: list.workspace?.documents?.nodes.map(parentTitle),
          inSimilar: similar.document?.similar?.map(parentTitle),
          member: await seen('member', trail),
          reader: await seen('hr', trail),
          top: (await world.query('hr', { document: ask({ id: 'HR' }, trail) })).data.document,
        }).toEqual({
          guest: { title: 'Brief', parent: null },
          inList: [null, null],
          inSimilar: [null],
          member: { parent: null },
          reader: { parent: { title: 'Layoffs' } },
          top: { parent: null },
        })
      },
    },

    'owner-must-exist': {
      symptom: { closed: null, away: null, alone: null, up: ['Ada', 'Bo', 'Ada'] },
      async run(variant) {
        const world = createWorld(variant, [
          { id: 'a', ownerId: 'ada' },
          { id: 'b', ownerId: 'bo' },
          { id: 'c', ownerId: 'ada' },
        ])
        const rows = { title: true, owner: { name: true } } as const
        const list = { workspace: ask({ id: 'w' }, { documents: { nodes: rows } }) }
        const titlesOf = ({ workspace }: Data) =>
          workspace?.documents?.nodes.map((node) => node?.title ?? null) ?? null
        const namesOf = ({ workspace }: Data) =>
          workspace?.documents?.nodes.map((node) => node?.owner?.name ?? null) ?? null

        const up = namesOf((await world.query('member', list)).data)
        world.users.closed.add('bo')
        const closed = titlesOf((await world.query('member', list)).data)
        const one = await world.query('member', { document: ask({ id: 'b' }, rows) })
        world.users.isDown = true
        const away = titlesOf((await world.query('member', list)).data)

        expect({ closed, away, alone: one.data.document?.title ?? null, up }).toEqual({
          closed: ['A', 'B', 'C'],
          away: ['A', 'B', 'C'],
          alone: 'B',
          up: ['Ada', 'Bo', 'Ada'],
        })
      },
    },

    'page-after-filter': {
      symptom: { mixed: ['D1', 'D3'], rare: [], open: ['D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7', 'D8'] },
      async run(variant) {
        const documents = (count: number, shared: number[]) =>
          Array.from({ length: count }, (_, i) => ({
            id: `d${i + 1}`,
            readers: shared.includes(i + 1) ? ['guest', 'member'] : ['member'],
          }))
        const mixed = createWorld(variant, documents(8, [1, 3, 7, 8]))
        const rare = createWorld(variant, documents(40, [38, 40]))

        expect({
          mixed: await scroll(mixed, 'guest', 2),
          rare: await scroll(rare, 'guest', 2),
          open: await scroll(mixed, 'member', 2),
        }).toEqual({
          mixed: ['D1', 'D3', 'D7', 'D8'],
          rare: ['D38', 'D40'],
          open: ['D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7', 'D8'],
        })
      },
    },

    'search-before-budget': {
      symptom: { onePage: 100, oneDocument: 80, modest: 5, found: [3, 3, 3, 3, 3] },
      async run(variant) {
        const world = createWorld(
          variant,
          Array.from({ length: 100 }, (_, i) => ({ id: `d${i + 1}` })),
        )
        const similar = ask({ first: 3 }, { title: true })
        const searchesFor = async (query: Selection) => {
          const before = world.search.started
          const { data } = await world.query('member', query)
          return { data, searches: world.search.started - before }
        }
        const page = (first: number) => ({
          workspace: ask({ id: 'w' }, { documents: ask({ first }, { nodes: { title: true, similar } }) }),
        })
        const aliases = Object.fromEntries(
          Array.from({ length: 80 }, (_, i) => [`s${i}`, ask({ first: 3 }, { title: true }, 'similar')]),
        )

        const modest = await searchesFor(page(5))
        const onePage = await searchesFor(page(100))
        const oneDocument = await searchesFor({ document: ask({ id: 'd1' }, aliases) })
        expect(onePage.data.workspace?.documents?.nodes.length).toBe(100)

        expect({
          onePage: Math.max(onePage.searches, MOST_SEARCHES),
          oneDocument: Math.max(oneDocument.searches, MOST_SEARCHES),
          modest: modest.searches,
          found: modest.data.workspace?.documents?.nodes.map((node) => node?.similar?.length ?? null),
        }).toEqual({
          onePage: MOST_SEARCHES,
          oneDocument: MOST_SEARCHES,
          modest: 5,
          found: [3, 3, 3, 3, 3],
        })
      },
    },
  },

  traps: {
    'hidden-as-missing': {
      symptom: { hidden: 1, missing: 0, similar: null },
      async run(variant) {
        const world = createWorld(variant, [
          { id: 'open', readers: ['guest'] },
          { id: 'hidden', readers: ['hr'] },
          { id: 'next', readers: ['guest'] },
        ])
        const errorsFor = async (id: string) =>
          (await world.query('guest', { document: ask({ id }, { title: true }) })).errors.length
        const similar = await world.query('guest', {
          document: ask({ id: 'open' }, { similar: ask({ first: 2 }, { title: true }) }),
        })

        expect({
          hidden: await errorsFor('hidden'),
          missing: await errorsFor('never-was'),
          similar: similar.data.document?.similar,
        }).toEqual({ hidden: 0, missing: 0, similar: [{ title: 'Next' }] })
      },
    },

    'check-for-each-row': {
      symptom: { titles: ['Open', 'Hidden', 'Next'], calls: 0 },
      async run(variant) {
        const world = createWorld(variant, [
          { id: 'open', readers: ['guest'] },
          { id: 'hidden', readers: ['hr'] },
          { id: 'next', readers: ['guest'] },
        ])
        const { data } = await world.query('guest', {
          workspace: ask({ id: 'w' }, { documents: { nodes: { title: true } } }),
        })
        const titles = data.workspace?.documents?.nodes.map((node) => node?.title)

        expect({ titles, calls: world.access.calls }).toEqual({ titles: ['Open', 'Next'], calls: 1 })
      },
    },
  },
})

const parentTitle = (node: Row) => node?.parent?.title ?? null

/** What a client does that scrolls to the end: it asks for the next page while there is one. */
async function scroll(world: ReturnType<typeof createWorld>, viewer: string, first: number) {
  const titles: string[] = []
  let after: string | null = null
  for (let pages = 0; pages < 50; pages += 1) {
    const documents = ask({ first, after }, { nodes: { title: true }, endCursor: true, hasNextPage: true })
    const { data } = await world.query(viewer, { workspace: ask({ id: 'w' }, { documents }) })
    const page = data.workspace?.documents
    titles.push(...(page?.nodes ?? []).map((node) => node?.title ?? 'no title'))
    if (!page?.hasNextPage) return titles
    after = page.endCursor
  }
  return [...titles, 'no end']
}

interface Node {
  title?: string
  body?: string
  parent?: Row
  owner?: { name: string } | null
  similar?: Row[] | null
}
type Row = Node | null
interface Data {
  workspace?: { documents: { nodes: Row[]; endCursor: string | null; hasNextPage: boolean } | null } | null
  document?: Row
}

type Given = { id: string; parentId?: string; ownerId?: string; readers?: string[] }

/** One workspace with its documents, newest first, and the services behind it as code.ts describes them. */
function createWorld(variant: Variant, given: Given[]) {
  const documents = given.map<Document>(({ id, parentId, ownerId }, i) => ({
    id,
    title: capital(id),
    body: `text of ${capital(id)}`,
    ownerId: ownerId ?? 'ada',
    parentId: parentId ?? null,
    cursor: `at-${i}`,
  }))
  const mayRead = (viewer: string, id: string) => {
    const document = given.find((one) => one.id === id)
    return document !== undefined && (document.readers ?? ['member']).includes(viewer)
  }
  const users = { isDown: false, closed: new Set<string>() }
  const access = { calls: 0 }
  const search = { started: 0 }
  const services: Services = {
    workspaces: { find: async () => ({ id: 'w', name: 'Lantern' }) },
    documents: {
      async list(_workspaceId, limit, after) {
        const from = after == null ? 0 : documents.findIndex(({ cursor }) => cursor === after) + 1
        return documents.slice(from, from + limit)
      },
    },
    search: {
      async similar(documentId, limit) {
        search.started += 1
        await nextTurn()
        const others = documents.filter(({ id }) => id !== documentId)
        return others.slice(0, limit).map(({ id }) => id)
      },
    },
  }
  const createContext = (viewerId: string): Context => ({
    services,
    viewer: { id: viewerId },
    loaders: {
      document: createLoader((id) => documents.find((one) => one.id === id) ?? null),
      canRead: createLoader((id) => mayRead(viewerId, id), () => (access.calls += 1)),
      user: createLoader(
        (id) => (users.closed.has(id) ? null : { id, name: capital(id) }),
        () => {
          if (users.isDown) throw new Error('no answer from accounts')
        },
      ),
    },
    budget: 1_000,
  })
  return {
    users,
    access,
    search,
    query: (viewer: string, selection: Selection) => execute(variant, selection, createContext(viewer)),
  }
}

const capital = (id: string) => id.slice(0, 1).toUpperCase() + id.slice(1)
const nextTurn = () => new Promise((resume) => setImmediate(resume))

/** Joins the ids of one tick, and asks for each of them once. `onCall` may refuse the call. */
function createLoader<Value>(find: (id: string) => Value, onCall: () => unknown = () => {}): Loader<Value> {
  const known = new Map<string, Promise<Value>>()
  let open: Promise<unknown> | undefined
  return {
    load(id) {
      open ??= nextTurn().then(() => {
        open = undefined
        onCall()
      })
      const value = known.get(id) ?? open.then(() => find(id))
      known.set(id, value)
      return value
    },
  }
}

type Selection = { [name: string]: true | Selection | Ask }

/** A field with arguments; under another name in the answer if `field` says which it is. */
class Ask {
  args: Record<string, unknown>
  selection: Selection
  field: string | undefined

  constructor(args: Record<string, unknown>, selection: Selection, field?: string) {
    this.args = args
    this.selection = selection
    this.field = field
  }
}

function ask(args: Record<string, unknown>, selection: Selection, field?: string): Ask {
  return new Ask(args, selection, field)
}

type Field = { type: string; defaults: Record<string, unknown> }
type Resolver = (source: object, args: object, context: Context) => unknown

/** Runs an operation by the rules of GraphQL: a null that the schema forbids takes the parent with it. */
async function execute(variant: Variant, operation: Selection, context: Context) {
  const types = readSchema(variant.schema)
  const resolvers: Record<string, Record<string, Resolver>> = variant.resolvers as never
  const errors: unknown[] = []

  const settle = async (type: string, make: () => unknown, selection: true | Selection): Promise<unknown> => {
    if (type.endsWith('!')) {
      const value = await complete(type.slice(0, -1), make, selection)
      if (value === null) throw new Error(`null for ${type}`)
      return value
    }
    return complete(type, make, selection).catch((error: unknown) => {
      errors.push(error)
      return null
    })
  }
  const complete = async (type: string, make: () => unknown, selection: true | Selection): Promise<unknown> => {
    const value = (await make()) ?? null
    if (value === null || selection === true) return value
    if (!type.startsWith('[')) return select(type, value, selection)
    return Promise.all((value as unknown[]).map((item) => settle(type.slice(1, -1), () => item, selection)))
  }
  const select = async (type: string, source: object, selection: Selection): Promise<unknown> => {
    const entries = Object.entries(selection).map(async ([key, wanted]) => {
      const { args, field = key, selection: inner } =
        wanted instanceof Ask ? wanted : { args: {}, selection: wanted }
      const known = types.get(type)?.get(field)
      if (!known) throw new Error(`there is no ${type}.${field}`)
      const resolve = resolvers[type]?.[field] ?? (() => (source as Record<string, unknown>)[field])
      const make = () => resolve(source, { ...known.defaults, ...args }, context)
      return [key, await settle(known.type, make, inner)] as const
    })
    return Object.fromEntries(await Promise.all(entries))
  }

  const data = (await settle('Query', () => ({}), operation)) as Data
  return { data, errors }
}

/** The object types of a schema, with the type of each field and the defaults of its arguments. */
function readSchema(schema: string): Map<string, Map<string, Field>> {
  const types = [...schema.matchAll(/type (\w+) \{([^}]*)\}/g)].map(([, name = '', body = '']) => {
    const fields = [...body.matchAll(/(\w+)(?:\(([^)]*)\))?: ([\w[\]!]+)/g)].map(
      ([, field = '', args = '', type = '']) => {
        const defaults = [...args.matchAll(/(\w+): [\w!]+ = (\d+)/g)].map(([, arg, value]) => [arg, Number(value)])
        return [field, { type, defaults: Object.fromEntries(defaults) }] as const
      },
    )
    return [name, new Map(fields)] as const
  })
  return new Map(types)
}
