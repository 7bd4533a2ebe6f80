/**
 * @typedef {object} Document
 * @property {number} version  1 when it is created. Each save makes the next one.
 * @property {Record<string, string>} blocks  The text of every paragraph, by its id.
 * @property {Change[]} changes  The latest ones, oldest first.
 *
 * @typedef {object} Change  What the document remembers of a save.
 * @property {number} version  The one it made.
 * @property {string} sessionId
 * @property {number} sequence
 * @property {string[]} blockIds
 *
 * @typedef {object} Save  Sent by an editor every two seconds while somebody types.
 * @property {string} sessionId  A new one each time that somebody opens the document.
 * @property {number} sequence  Which save of its session this is. Counts up from 1.
 * @property {number} baseVersion  What its author had in front of them when they began on these blocks.
 * @property {Record<string, string>} blocks
 *   The whole text of each block that was edited since the last save that was answered with 200.
 *
 * @typedef {'owner' | 'editor' | 'commenter' | 'viewer'} Role
 * @typedef {{ personId: string | null, linkId: string | null }} Visitor
 *
 * @typedef {object} Services
 * @property {object} access
 * @property {(documentId: string, visitor: Visitor) => Promise<Role | null>} access.role
 *   As a member or by the link they came with, at this moment. Null without either.
 * @property {object} documents
 * @property {(id: string) => Promise<Document | null>} documents.find
 * @property {(id: string, fields: object, where?: object) => Promise<boolean>} documents.update
 *   Sets these fields, in one step, if the document has the values in `where`. Resolves to whether it did.
 * @property {(documentId: string, version: number) => void} announce
 *   Tells the open editors, which fetch what they do not have.
 * @property {(message: string, fields: object) => void} log
 */

const KEPT_CHANGES = 100
const MAX_BLOCKS = 500
const MAX_LENGTH = 50_000

/**
 * POST /documents/:documentId/saves. Editors don't wait for an answer before they send the next save, and
 * repeat a save that gets a 5xx or no answer.
 * @param {Services} services
 * @param {{ documentId: string, visitor: Visitor, body: unknown }} request
 */
export async function saveDocument(services, request) {
  const { documentId, visitor } = request
  const role = await services.access.role(documentId, visitor)
  if (!role) return { status: 404 }
  if (role === 'viewer') return { status: 403 }

  const save = readSave(request.body)
  if (!save) return { status: 400 }
  const document = await services.documents.find(documentId)
  if (!document) return { status: 404 }
  if (save.baseVersion > document.version) return { status: 400 }

  const { sessionId, sequence, baseVersion } = save
  const conflicts = findConflicts(document, save)
  if (conflicts.length > 0) {
    services.log('save refused', { documentId, sessionId, sequence, baseVersion, conflicts })
    return { status: 409, body: { version: document.version, conflicts } }
  }

  const next = merge(document, save)
  await services.documents.update(documentId, next)
  services.announce(documentId, next.version)
  services.log('saved', { documentId, role, sessionId, sequence, baseVersion, version: next.version })
  return { status: 200, body: { version: next.version } }
}

/** Which of the blocks somebody else has changed since the author began on them. */
function findConflicts(document, { sessionId, baseVersion, blocks }) {
  const since = document.changes.filter((change) => change.version > baseVersion)
  const byOthers = since.filter((change) => change.sessionId !== sessionId)
  const changed = new Set(byOthers.flatMap((change) => change.blockIds))
  return Object.keys(blocks).filter((id) => changed.has(id))
}

function merge(document, { sessionId, sequence, blocks }) {
  const version = document.version + 1
  const change = { version, sessionId, sequence, blockIds: Object.keys(blocks) }
  return {
    version,
    blocks: { ...document.blocks, ...blocks },
    changes: [...document.changes, change].slice(-KEPT_CHANGES),
  }
}

/** @returns {Save | null} */
function readSave(body) {
  const { sessionId, sequence, baseVersion, blocks } = Object(body)
  if (typeof sessionId !== 'string' || !/^s_[a-z0-9]{8,40}$/.test(sessionId)) return null
  if (![sequence, baseVersion].every((count) => Number.isSafeInteger(count) && count > 0)) return null

  const entries = Object.entries(Object(blocks))
  if (entries.length === 0 || entries.length > MAX_BLOCKS) return null
  const isText = (text) => typeof text === 'string' && text.length <= MAX_LENGTH
  const areBlocks = entries.every(([id, text]) => /^p_[a-z0-9]+$/.test(id) && isText(text))
  return areBlocks ? { sessionId, sequence, baseVersion, blocks } : null
}
