import { randomBytes } from 'node:crypto'

export type Role = 'viewer' | 'editor' | 'owner'

export interface Session {
  id: string
  /** Null until somebody signs in. */
  userId: string | null
  /** Chosen on the public pages, which need no account. */
  locale: string
  /** Somebody from support, using the app as the member of an organisation they are helping. */
  acting: { userId: string; orgId: string; until: number } | null
  expiresAt: number
}

export interface Services {
  sessions: {
    /** Resolves to null for an id that is unknown or has expired. */
    find(id: string): Promise<Session | null>
    save(session: Session): Promise<void>
    remove(id: string): Promise<void>
  }
  members: {
    /** Null for somebody who is not a member of the organisation. */
    role(orgId: string, userId: string): Promise<Role | null>
  }
  cache: {
    get(key: string): Promise<Role | null>
    set(key: string, role: Role, ttlMs: number): Promise<void>
  }
  support: {
    /** True while the organisation lets this agent in. Withdrawing it ends their acting sessions. */
    isGranted(orgId: string, agentId: string): Promise<boolean>
  }
  audit: { append(event: string, fields: Record<string, unknown>): Promise<void> }
  users: { verify(email: string, password: string): Promise<{ id: string } | null> }
  now(): number
  log(message: string, fields: Record<string, unknown>): void
}

export interface OrgRequest {
  sessionId: string
  /** From the path. Every query of the route behind is limited to it. */
  orgId: string
}

export type Access = { status: 401 | 403 | 404 } | { status: 200; userId: string; by: string; role: Role }

const ORIGIN = 'https://app.example.com'
const SESSION_MS = 12 * 3_600_000
const ACTING_MS = 30 * 60_000
/** How long a change of role may take to be felt. */
const ROLE_TTL_MS = 60_000
const RANK = { viewer: 1, editor: 2, owner: 3 }
const newId = () => randomBytes(32).toString('base64url')

/** Runs before every route under /orgs/:org. */
export async function guard(services: Services, request: OrgRequest, needed: Role): Promise<Access> {
  const session = await services.sessions.find(request.sessionId)
  if (!session?.userId) return { status: 401 }

  const acting = session.acting && session.acting.until > services.now() ? session.acting : null
  const userId = acting?.userId ?? session.userId
  const role = await readRole(services, request.orgId, userId)
  if (!role) return { status: 404 }
  if (RANK[role] < RANK[needed]) return { status: 403 }

  services.log('access', { org: request.orgId, user: userId, by: session.userId, role })
  return { status: 200, userId, by: session.userId, role }
}

async function readRole(services: Services, orgId: string, userId: string): Promise<Role | null> {
  const key = `role:${userId}`
  const unreachable = (error: unknown) => {
    services.log('role cache unreachable', { key, error })
    return null
  }
  const cached = await services.cache.get(key).catch(unreachable)
  const role = cached ?? (await services.members.role(orgId, userId))
  if (role) await services.cache.set(key, role, ROLE_TTL_MS).catch(unreachable)
  return role
}

/** POST /sign-in. The router puts the id it returns into the session cookie. */
export async function signIn(
  services: Services,
  request: { sessionId: string; email: string; password: string; returnTo: string },
) {
  const user = await services.users.verify(request.email, request.password)
  if (!user) return { status: 401 }

  const visit = await services.sessions.find(request.sessionId)
  const session: Session = {
    id: visit?.id ?? newId(),
    userId: user.id,
    locale: visit?.locale ?? 'en',
    acting: null,
    expiresAt: services.now() + SESSION_MS,
  }
  await services.sessions.save(session)

  const target = URL.parse(request.returnTo, ORIGIN)
  const location = target?.origin === ORIGIN ? target.href : ORIGIN
  return { status: 303, sessionId: session.id, location }
}

/** POST /orgs/:org/act-as/:member, for our support team. */
export async function actAs(services: Services, request: OrgRequest, memberId: string) {
  const session = await services.sessions.find(request.sessionId)
  if (!session?.userId) return { status: 401 }
  if (!(await services.support.isGranted(request.orgId, session.userId))) return { status: 404 }
  if (!(await services.members.role(request.orgId, memberId))) return { status: 404 }

  const acting = { userId: memberId, orgId: request.orgId, until: services.now() + ACTING_MS }
  await services.audit.append('act-as', { by: session.userId, ...acting })
  const next: Session = { ...session, id: newId(), acting }
  await services.sessions.save(next)
  await services.sessions.remove(session.id)
  return { status: 303, sessionId: next.id, location: `${ORIGIN}/orgs/${request.orgId}` }
}
