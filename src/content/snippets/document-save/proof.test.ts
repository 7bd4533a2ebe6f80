import { expect } from 'vitest'
import { everyOrder, prove } from '../proof-kit.ts'

type Texts = Record<string, string>
type Role = 'owner' | 'editor' | 'commenter' | 'viewer' | null
type Visitor = { personId: string | null; linkId: string | null }

interface Document {
  version: number
  blocks: Texts
  changes: object[]
}

interface Save {
  sessionId: string
  sequence: number
  baseVersion: number
  blocks: Texts
}

interface Reply {
  status: number
  body?: { version: number }
}

interface Variant {
  saveDocument(services: object, request: object): Promise<Reply>
}

const ana: Visitor = { personId: 'ana', linkId: null }
const bo: Visitor = { personId: 'bo', linkId: null }

prove<Variant>(new URL('.', import.meta.url), {
  issues: {
    'written-unconditionally': {
      symptom: { isLost: true, accepted: 2 },
      async run(variant, other) {
        let isLost = false
        let accepted = 0
        await everyOrder(async (turn) => {
          const apart = createWorld(variant, { turn })
          await Promise.all([
            apart.save(ana, { sessionId: 's_ana00000', blocks: { p_a: 'by ana' } }),
            apart.save(bo, { sessionId: 's_bo000000', blocks: { p_b: 'by bo' } }, other),
          ])
          const { p_a, p_b } = apart.texts()
          isLost ||= p_a !== 'by ana' || p_b !== 'by bo'
        })
        await everyOrder(async (turn) => {
          const together = createWorld(variant, { turn })
          const replies = await Promise.all([
            together.save(ana, { sessionId: 's_ana00000', blocks: { p_a: 'by ana' } }),
            together.save(bo, { sessionId: 's_bo000000', blocks: { p_a: 'by bo' } }, other),
          ])
          accepted = Math.max(accepted, replies.filter(({ status }) => status === 200).length)
        })

        expect({ isLost, accepted }).toEqual({ isLost: false, accepted: 1 })
      },
    },

    'older-save-overtakes': {
      symptom: { late: 'Dear', repeated: 'Dear', betweenOthers: 'Dear', refused: 0 },
      async run(variant, other) {
        let refused = 0
        const textAfter = async (arrivals: [Visitor, Partial<Save>][]) => {
          const world = createWorld(variant)
          for (const [i, [visitor, save]] of arrivals.entries()) {
            const { status } = await world.save(visitor, save, i % 2 ? other : variant)
            if (status !== 200) refused += 1
          }
          return world.texts().p_a
        }
        const saveOf = (sequence: number, text: string): [Visitor, Partial<Save>] => [
          ana,
          { sessionId: 's_ana00000', sequence, blocks: { p_a: text } },
        ]
        const byBo: [Visitor, Partial<Save>] = [bo, { sessionId: 's_bo000000', blocks: { p_b: 'by bo' } }]

        const inOrder = await textAfter([saveOf(1, 'De'), saveOf(2, 'Dear'), saveOf(3, 'Dear Bo')])
        expect({ inOrder, refused }).toEqual({ inOrder: 'Dear Bo', refused: 0 })

        expect({
          late: await textAfter([saveOf(2, 'Dear Bo'), saveOf(1, 'Dear')]),
          repeated: await textAfter([saveOf(1, 'Dear'), saveOf(2, 'Dear Bo'), saveOf(1, 'Dear')]),
          betweenOthers: await textAfter([saveOf(2, 'Dear Bo'), byBo, saveOf(1, 'Dear')]),
          refused,
        }).toEqual({ late: 'Dear Bo', repeated: 'Dear Bo', betweenOthers: 'Dear Bo', refused: 0 })
      },
    },

    'changes-forgotten': {
      symptom: { slept: 200, text: 'last night' },
      async run(variant) {
        const world = createWorld(variant)
        await world.save(bo, { sessionId: 's_bo000000', sequence: 1, blocks: { p_a: 'this morning' } })
        for (let sequence = 2; sequence <= 50; sequence += 1) {
          const blocks = { p_b: `${sequence}` }
          await world.save(bo, { sessionId: 's_bo000000', sequence, baseVersion: sequence, blocks })
        }
        const soon = await world.save(ana, { sessionId: 's_soon0000', blocks: { p_c: 'in time' } })
        expect(soon.status).toBe(200)

        for (let sequence = 51; sequence <= 1_200; sequence += 1) {
          const blocks = { p_b: `${sequence}` }
          await world.save(bo, { sessionId: 's_bo000000', sequence, baseVersion: sequence, blocks })
        }
        const slept = await world.save(ana, { sessionId: 's_slept000', blocks: { p_a: 'last night' } })
        expect({ slept: slept.status, text: world.texts().p_a }).toEqual({ slept: 409, text: 'this morning' })

        const baseVersion = world.version()
        const chosen = { sessionId: 's_slept000', sequence: 2, baseVersion, blocks: { p_a: 'both' } }
        expect((await world.save(ana, chosen)).status).toBe(200)
      },
    },

    'commenters-may-save': {
      symptom: { owner: 200, editor: 200, guest: 200, commenter: 200, viewer: 403 },
      async run(variant) {
        const answerTo = async (role: Role, visitor = ana) => {
          const world = createWorld(variant)
          world.roles.set(keyOf(visitor), role)
          return (await world.save(visitor, { blocks: { p_a: 'new' } })).status
        }

        expect({
          owner: await answerTo('owner'),
          editor: await answerTo('editor'),
          guest: await answerTo('editor', { personId: null, linkId: 'lnk_1' }),
          commenter: await answerTo('commenter'),
          viewer: await answerTo('viewer'),
        }).toEqual({ owner: 200, editor: 200, guest: 200, commenter: 403, viewer: 403 })
      },
    },
  },

  traps: {
    'whole-save-refused': {
      symptom: { paragraph: 'nowhere' },
      async run(variant) {
        const world = createWorld(variant)
        await world.save(bo, { sessionId: 's_bo000000', blocks: { p_b: 'by bo' } })
        await world.save(ana, { sessionId: 's_ana00000', blocks: { p_a: '', p_b: 'moved: text of a' } })

        const isThere = Object.values(world.texts()).some((text) => text.includes('text of a'))
        expect({ paragraph: isThere ? 'there' : 'nowhere' }).toEqual({ paragraph: 'there' })
      },
    },

    'role-asked-each-time': {
      symptom: { before: 200, after: 200 },
      async run(variant) {
        const world = createWorld(variant)
        const before = await world.save(ana, { sequence: 1, blocks: { p_a: 'one' } })
        world.roles.set(keyOf(ana), null)
        const after = await world.save(ana, { sequence: 2, blocks: { p_a: 'two' } })

        expect({ before: before.status, after: after.status }).toEqual({ before: 200, after: 404 })
      },
    },
  },
})

const keyOf = ({ personId, linkId }: Visitor) => `${personId}/${linkId}`
let made = 0

/** One document, its store, and the editors, which repeat what got a 5xx. */
function createWorld(variant: Variant, { turn = async () => {} } = {}) {
  const documentId = `d_${(made += 1)}`
  let document: Document = {
    version: 1,
    blocks: { p_a: 'text of a', p_b: 'text of b', p_c: 'text of c' },
    changes: [],
  }
  const roles = new Map<string, Role>([
    [keyOf(ana), 'editor'],
    [keyOf(bo), 'owner'],
  ])
  const services = {
    access: { role: async (_id: string, visitor: Visitor) => roles.get(keyOf(visitor)) ?? null },
    documents: {
      async find() {
        await turn()
        return { ...document, blocks: { ...document.blocks }, changes: [...document.changes] }
      },
      async update(_id: string, fields: Partial<Document>, where: Partial<Document> = {}) {
        await turn()
        const isMatch = Object.entries({ ...document, ...where }).every(
          ([key, value]) => document[key as keyof Document] === value,
        )
        if (isMatch) document = { ...document, ...fields }
        return isMatch
      },
    },
    announce: () => {},
    log: () => {},
  }

  return {
    roles,
    texts: () => document.blocks,
    version: () => document.version,
    /** What the editor is answered in the end. The router answers 500 for a throw. */
    async save(visitor: Visitor, given: Partial<Save>, process = variant): Promise<Reply> {
      const body = { sessionId: 's_00000000', sequence: 1, baseVersion: 1, ...given }
      let reply: Reply = { status: 500 }
      for (let attempt = 1; attempt <= 5 && reply.status >= 500; attempt += 1) {
        const request = { documentId, visitor, body: structuredClone(body) }
        reply = await process.saveDocument(services, request).catch(() => ({ status: 500 }))
      }
      return reply
    },
  }
}
