export interface Deployment {
  id: string
  state: 'building' | 'live' | 'replaced' | 'failed'
  /** Null for one that a schedule started. */
  authorId: string | null
}

export interface Author {
  id: string
  name: string
  /** Null unless the viewer is on a team with them. */
  email: string | null
}

export interface Services {
  projects: {
    /** Null unless there is one that the viewer may see. Public ones are for everybody. */
    find(viewerId: string, id: string): Promise<ById | null>
    role(viewerId: string, id: string): Promise<'maintainer' | 'member' | null>
  }
  deployments: {
    /** Newest first. */
    latest(projectId: string, count: number): Promise<Deployment[]>
  }
  people: {
    /** Those that still have an account, as the viewer may see them. */
    findMany(viewerId: string, ids: string[]): Promise<Author[]>
  }
  output: {
    /** The last lines of each deployment. One that has written nothing is left out. */
    tails(deploymentIds: string[]): Promise<Map<string, string[]>>
  }
  workflows: {
    /** Resolves once the run is recorded and needs us no more. An id it knows gets that same run. */
    start(id: string, workflow: string, input: object): Promise<{ id: string }>
    result(id: string): Promise<'done' | 'failed'>
  }
  now(): number
  log(message: string, fields: Record<string, unknown>): void
}

/** Made for each request. */
export interface Context {
  services: Services
  viewer: { id: string }
}

type ById = { id: string }
type RollBack = { projectId: string; clientMutationId: string }
type Load<Value> = (context: Context, id: string) => Promise<Value | null>
type LoadAll<Value> = (context: Context, ids: string[]) => Promise<(Value | null)[]>

/** Joins what a request asks for in one tick into one call, which answers in the order of its ids. */
function batched<Value>(loadAll: LoadAll<Value>): Load<Value> {
  const open = new WeakMap<Context, { ids: string[]; values: ReturnType<LoadAll<Value>> }>()
  return async (context, id) => {
    let batch = open.get(context)
    if (!batch) {
      const ids: string[] = []
      const values = Promise.resolve().then(() => {
        open.delete(context)
        return loadAll(context, ids)
      })
      open.set(context, (batch = { ids, values }))
    }
    const place = batch.ids.push(id) - 1
    return (await batch.values)[place] ?? null
  }
}

/** Loads an id once, at whatever depth of the query it comes up again. */
function remembered<Value>(load: Load<Value>): Load<Value> {
  const known = new Map<string, Promise<Value | null>>()
  return (context, id) => {
    const value = known.get(id) ?? load(context, id)
    known.set(id, value)
    return value
  }
}

const authorOf = remembered<Author>(
  batched(({ services, viewer }, ids) => services.people.findMany(viewer.id, ids)),
)

const outputOf = batched<string[]>(async ({ services }, ids) => {
  const tails = await services.output.tails(ids).catch((error: unknown) => {
    services.log('output unavailable', { ids, error })
    return new Map<string, string[]>()
  })
  return ids.map((id) => tails.get(id) ?? [])
})

/** A resolver that throws leaves null in its field and an error beside the data. The rest is answered. */
export const resolvers = {
  Query: {
    project: (_: unknown, { id }: ById, { services, viewer }: Context) =>
      services.projects.find(viewer.id, id),
  },
  Project: {
    deployments: ({ id }: ById, { first }: { first: number }, { services }: Context) =>
      services.deployments.latest(id, Math.min(first, 50)),
  },
  Deployment: {
    author: ({ authorId: id }: Deployment, _: unknown, context: Context) => id && authorOf(context, id),
    output: ({ id }: Deployment, _: unknown, context: Context) => outputOf(context, id),
  },
  Mutation: {
    async rollBack(_: unknown, { input }: { input: RollBack }, { services, viewer }: Context) {
      const { projectId, clientMutationId } = input
      const role = await services.projects.role(viewer.id, projectId)
      if (role !== 'maintainer') throw new Error('only maintainers may roll back')

      const id = `rollback/${projectId}/${services.now()}`
      const run = await services.workflows.start(id, 'rollBack', { projectId, by: viewer.id })
      services.log('rollback started', { run: run.id, by: viewer.id, clientMutationId })
      return { clientMutationId, runId: run.id }
    },
  },
}
