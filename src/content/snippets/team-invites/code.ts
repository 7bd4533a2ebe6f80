import { createHash, randomBytes, randomUUID } from 'node:crypto'

export interface Team {
  /** What the plan allows. It cannot be lowered below what is in use. */
  seats: number
  /** Where the customer has set them, the only ones that are invited. */
  domains: string[] | null
}

export interface Invite {
  id: string
  teamId: string
  email: string
  role: 'member' | 'admin'
  tokenHash: string
  expiresAt: number
  acceptedBy: string | null
}

/** An address is in lower case, and the owner of an account has confirmed it. */
export type User = { id: string; email: string }
export type SignUp = { name: string; password: string; code: string }

export interface Services {
  teams: { get(teamId: string): Promise<Team> }
  /** A member holds one, and so does an invite until it is revoked or its member is in. */
  seats: { used(teamId: string): Promise<number> }
  invites: {
    /** False when the address holds a seat in the team. */
    insert(invite: Invite): Promise<boolean>
    /** Null once it was revoked, its token replaced, or its member removed. */
    byToken(tokenHash: string): Promise<Invite | null>
    /** Null once it was revoked or its member is in. */
    renew(teamId: string, id: string, tokenHash: string, expiresAt: number): Promise<Invite | null>
    /** Sets acceptedBy if nobody has accepted yet, and resolves to who has. */
    accept(id: string, userId: string): Promise<string>
    /** False once somebody has accepted. */
    revoke(teamId: string, id: string): Promise<boolean>
  }
  /** Passes the invite's seat on. Somebody who is in already stays as they are. */
  members: { add(userId: string, invite: Invite): Promise<void> }
  users: {
    get(id: string): Promise<User>
    /** Null when the address has an account, or the code is not the one that was mailed to it. */
    register(email: string, form: SignUp): Promise<User | null>
  }
  /** Finds nothing while it is down, and never throws. */
  cache: {
    get(tokenHash: string): Promise<Invite | null>
    set(tokenHash: string, invite: Invite, ttlMs: number): Promise<void>
  }
  /** Resolves to false when no mail went out. The members page then offers to send it again. */
  mail: { send(invite: Invite, token: string): Promise<boolean> }
  now(): number
  log(message: string, fields: Record<string, unknown>): void
}

const INVITE_MS = 7 * 86_400_000
const PAGE_TTL_MS = 10 * 60_000
const newToken = () => randomBytes(32).toString('base64url')
const hash = (token: string) => createHash('sha256').update(token).digest('hex')

/** POST /teams/:team/invites. This and the next two are for the team's admins. */
export async function createInvite(services: Services, teamId: string, to: Pick<Invite, 'email' | 'role'>) {
  const team = await services.teams.get(teamId)
  const domain = to.email.slice(to.email.lastIndexOf('@') + 1)
  if (team.domains && !team.domains.includes(domain)) return { status: 422 }

  const [id, token, expiresAt] = [randomUUID(), newToken(), services.now() + INVITE_MS]
  const invite: Invite = { ...to, id, teamId, tokenHash: hash(token), expiresAt, acceptedBy: null }
  const refused = await takeSeat(services, team, invite)
  if (refused) return { status: refused }
  return { status: 201, id, mailed: await services.mail.send(invite, token) }
}

async function takeSeat(services: Services, team: Team, invite: Invite): Promise<402 | 409 | null> {
  const used = await services.seats.used(invite.teamId)
  if (used >= team.seats) return 402
  return (await services.invites.insert(invite)) ? null : 409
}

/** POST /teams/:team/invites/:id/resend. */
export async function resendInvite(services: Services, teamId: string, id: string) {
  const token = newToken()
  const invite = await services.invites.renew(teamId, id, hash(token), services.now() + INVITE_MS)
  return invite ? { status: 200, mailed: await services.mail.send(invite, token) } : { status: 404 }
}

/** DELETE /teams/:team/invites/:id. */
export async function revokeInvite(services: Services, teamId: string, id: string) {
  return { status: (await services.invites.revoke(teamId, id)) ? 204 : 409 }
}

/** What the page behind the link shows. Mail scanners open it too, over and over. */
export async function readInvite(services: Services, token: string): Promise<Invite | null> {
  const tokenHash = hash(token)
  const cached = await services.cache.get(tokenHash)
  if (cached) return cached
  const invite = await services.invites.byToken(tokenHash)
  if (invite) await services.cache.set(tokenHash, invite, PAGE_TTL_MS)
  return invite
}

/** POST /invites/:token/accept. The user is the session's; without one, the form makes an account. */
export async function acceptInvite(services: Services, token: string, userId: string | null, form: SignUp) {
  const invite = await readInvite(services, token)
  if (!invite || invite.expiresAt <= services.now()) return { status: 404 }
  if (invite.acceptedBy) return { status: 410 }

  const user = userId ? await services.users.get(userId) : await services.users.register(invite.email, form)
  if (!user) return { status: 409 }

  const acceptedBy = await services.invites.accept(invite.id, user.id)
  if (acceptedBy !== user.id) return { status: 410 }
  await services.members.add(user.id, invite)
  services.log('joined', { team: invite.teamId, invite: invite.id, user: user.id, role: invite.role })
  return { status: 200, teamId: invite.teamId }
}
