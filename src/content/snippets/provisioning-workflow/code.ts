import { randomBytes } from 'node:crypto'

/** After a restart the platform runs the workflow function again from the top, on any worker. */
export interface Workflow {
  /** Runs an activity and records how it ended, or throws its last error; a rerun gets the record. */
  run<Input, Output>(activity: Activity<Input, Output>, input: Input, policy: Policy): Promise<Output>
  log(message: string, fields: Record<string, unknown>): void
}

export type Activity<Input, Output> = (cloud: Cloud, input: Input, attempt: Attempt) => Promise<Output>

/** An attempt that passes a limit is given up, though not stopped, and the next one starts. */
export interface Policy {
  maxAttempts: number
  attemptSeconds: number
  heartbeatSeconds?: number
}

export interface Attempt {
  workflowId: string
  number: number
  heartbeat(): void
  pause(seconds: number): Promise<void>
}

/** Thrown by an activity, it ends the activity without another attempt. */
export class PermanentError extends Error {}

export interface Cloud {
  volumes: {
    /** Answers a request id it knows with the volume made then. */
    create(environmentId: string, sizeGb: number, requestId: string): Promise<{ id: string }>
    /** Removes the environment's volumes, if any. Refuses while one is mounted. */
    remove(environmentId: string): Promise<void>
  }
  services: {
    /** Starts a rollout of the environment's one service, and creates it if need be. */
    rollOut(service: Service): Promise<void>
    status(environmentId: string): Promise<'starting' | 'healthy' | 'crashed'>
    remove(environmentId: string): Promise<void>
  }
  domains: {
    /** Taken means by another environment. */
    attach(host: string, environmentId: string): Promise<'attached' | 'taken'>
    /** Does nothing unless the host is attached to this environment. */
    detach(host: string, environmentId: string): Promise<void>
  }
  /** Sends nothing when the owner was told before. */
  tellOwner(environmentId: string, host: string): Promise<void>
}

type Target = { environmentId: string; host: string }
type Service = Target & { image: string; volumeId: string }
type Request = { environmentId: string; slug: string; image: string; sizeGb: number }
type Outcome = { state: 'ready'; host: string } | { state: 'failed'; leftovers: string[] }

const QUICK: Policy = { maxAttempts: 5, attemptSeconds: 20 }
const ROLLOUT: Policy = { maxAttempts: 6, attemptSeconds: 900, heartbeatSeconds: 30 }
const CLEANUP: Policy = { maxAttempts: 8, attemptSeconds: 60 }

export async function provision(workflow: Workflow, request: Request): Promise<Outcome> {
  const host = `${request.slug}-${randomBytes(3).toString('hex')}.apps.example`
  const target = { environmentId: request.environmentId, host }
  const undo: { what: string; activity: Activity<Target, void> }[] = []

  try {
    undo.push({ what: 'volume', activity: removeVolume })
    const volume = await workflow.run(createVolume, request, QUICK)
    undo.push({ what: 'service', activity: removeService })
    await workflow.run(deployService, { ...target, image: request.image, volumeId: volume.id }, ROLLOUT)
    undo.push({ what: 'domain', activity: detachDomain })
    await workflow.run(attachDomain, target, QUICK)
  } catch (error) {
    workflow.log('provisioning failed', { ...target, error })
    const leftovers: string[] = []
    for (const { what, activity } of undo) {
      await workflow.run(activity, target, CLEANUP).catch((failure: unknown) => {
        workflow.log('left behind', { ...target, what, error: failure })
        leftovers.push(what)
      })
    }
    return { state: 'failed', leftovers }
  }

  await workflow.run(tellOwner, target, QUICK).catch((error: unknown) => {
    workflow.log('owner not told', { ...target, error })
  })
  return { state: 'ready', host }
}

const createVolume: Activity<Request, { id: string }> = (cloud, { environmentId, sizeGb }, attempt) =>
  cloud.volumes.create(environmentId, sizeGb, `${attempt.workflowId}/${attempt.number}`)

const deployService: Activity<Service, void> = async (cloud, service, attempt) => {
  await cloud.services.rollOut(service)
  for (;;) {
    const status = await cloud.services.status(service.environmentId)
    if (status === 'healthy') return
    if (status === 'crashed') throw new Error(`${service.image} exits on start`)
    attempt.heartbeat()
    await attempt.pause(5)
  }
}

const attachDomain: Activity<Target, void> = async (cloud, { host, environmentId }) => {
  const answer = await cloud.domains.attach(host, environmentId)
  if (answer === 'taken') throw new PermanentError(`${host} is taken`)
}

const removeVolume: Activity<Target, void> = (cloud, target) => cloud.volumes.remove(target.environmentId)
const removeService: Activity<Target, void> = (cloud, target) => cloud.services.remove(target.environmentId)
const detachDomain: Activity<Target, void> = (cloud, target) =>
  cloud.domains.detach(target.host, target.environmentId)
const tellOwner: Activity<Target, void> = (cloud, target) =>
  cloud.tellOwner(target.environmentId, target.host)
