export const schema = `
  type Query {
    workspace(id: ID!): Workspace
    document(id: ID!): Document
  }
  type Workspace {
    name: String!
    documents(first: Int! = 20, after: String): DocumentPage
  }
  type DocumentPage {
    nodes: [Document!]!
    endCursor: String
    hasNextPage: Boolean!
  }
  type Document {
    id: ID!
    title: String!
    body: String!
    owner: User!
    parent: Document
    similar(first: Int! = 3): [Document!]
  }
  type User { name: String! }
`

export interface Document {
  id: string
  title: string
  body: string
  ownerId: string
  /** What it is filed under. Null at the top. */
  parentId: string | null
  /** Its place in the list, and nothing else about it. */
  cursor: string
}

export interface Services {
  workspaces: {
    /** Null unless there is one in which the viewer is a member or a guest. */
    find(viewerId: string, id: string): Promise<{ id: string; name: string } | null>
  }
  documents: {
    /** All of them, the newest first, from behind the cursor on. */
    list(workspaceId: string, limit: number, after?: string | null): Promise<Document[]>
  }
  search: {
    /** The closest texts in the same workspace. One search of the cluster that all workspaces share. */
    similar(documentId: string, limit: number): Promise<string[]>
  }
}

/** Loads an id once for each request. What is asked for in one tick goes out as one call. */
export type Loader<Value> = { load(id: string): Promise<Value> }

/** Made for each request. */
export interface Context {
  services: Services
  viewer: { id: string }
  loaders: {
    document: Loader<Document | null>
    /** Whether the viewer may read the document: by a share, or by a rule for its readers. */
    canRead: Loader<boolean>
    /** Another team's service. Null when the account is closed. */
    user: Loader<{ id: string; name: string } | null>
  }
  /** What the request may still cost. It begins with 1000, which is one for a document in a list. */
  budget: number
}

type ById = { id: string }
type Page = { first: number; after?: string | null }

const SIMILAR_COST = 20
const pageSize = (first: number) => Math.max(1, Math.min(first, 100))

export const resolvers = {
  Query: {
    workspace: (_: unknown, { id }: ById, { services, viewer }: Context) =>
      services.workspaces.find(viewer.id, id),
    document: (_: unknown, { id }: ById, context: Context) => readable(context, id),
  },
  Workspace: {
    async documents({ id }: ById, { first, after }: Page, context: Context) {
      const size = pageSize(first)
      spend(context, size)
      const listed = await context.services.documents.list(id, size + 1, after)
      const rows = await onlyReadable(context, listed)
      const nodes = rows.slice(0, size)
      return { nodes, endCursor: nodes.at(-1)?.cursor, hasNextPage: rows.length > size }
    },
  },
  Document: {
    owner: ({ ownerId }: Document, _: unknown, { loaders }: Context) => loaders.user.load(ownerId),
    parent: ({ parentId }: Document, _: unknown, { loaders }: Context) =>
      parentId && loaders.document.load(parentId),
    async similar({ id }: Document, { first }: Page, context: Context) {
      const ids = await context.services.search.similar(id, pageSize(first))
      spend(context, ids.length * SIMILAR_COST)
      const documents = await Promise.all(ids.map((other) => readable(context, other)))
      return documents.filter((document) => document !== null)
    },
  },
}

async function readable({ loaders }: Context, id: string): Promise<Document | null> {
  return (await loaders.canRead.load(id)) ? loaders.document.load(id) : null
}

async function onlyReadable({ loaders }: Context, documents: Document[]): Promise<Document[]> {
  const answers = await Promise.all(documents.map(({ id }) => loaders.canRead.load(id)))
  return documents.filter((_, i) => answers[i])
}

function spend(context: Context, cost: number): void {
  context.budget -= cost
  if (context.budget < 0) throw new Error('this query asks for too much')
}
