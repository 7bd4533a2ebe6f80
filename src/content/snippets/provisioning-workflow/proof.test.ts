import { expect } from 'vitest'
import { prove } from '../proof-kit.ts'
import type { Activity, Attempt, Cloud, Policy, Workflow } from './code.ts'

type Variant = typeof import('./code.ts')

const ENVIRONMENT_ID = 'env_8f3kq0z7w1xv5m2c9dta'
const REQUEST = { environmentId: ENVIRONMENT_ID, slug: 'shop', image: 'web:118', sizeGb: 20 }

prove<Variant>(new URL('.', import.meta.url), {
  issues: {
    'request-per-attempt': {
      symptom: 2,
      async run(variant) {
        for (const firstCreate of ['answer lost', 'done after it was given up'] as const) {
          const world = createWorld()
          world.volumes.firstCreate = firstCreate

          const outcome = await runWorkflow(world, { worker: variant })
          world.volumes.settle()

          expect(outcome).toBe('ready')
          expect(world.volumes.count()).toBe(1)
        }
      },
    },

    'host-per-rerun': {
      symptom: 2,
      async run(variant, other) {
        const straight = createWorld()
        await runWorkflow(straight, { worker: variant })

        const hosts: number[] = []
        for (let restartAfter = 1; restartAfter <= straight.history.length; restartAfter += 1) {
          const world = createWorld()
          await runWorkflow(world, { worker: variant, restartAfter, next: other })
          hosts.push(new Set([...world.services.hosts(), ...world.domains.hosts(), ...world.told]).size)
          expect(world.domains.hosts().length).toBe(1)
          expect(world.told.length).toBe(1)
        }

        expect(Math.max(...hosts)).toBe(1)
      },
    },

    'undo-in-order-made': {
      symptom: 1,
      async run(variant) {
        const world = createWorld()
        world.domains.isTaken = true

        const outcome = await runWorkflow(world, { worker: variant })

        expect(outcome).toBe('failed')
        expect(world.services.hosts()).toEqual([])
        expect(world.volumes.count()).toBe(0)
      },
    },

    'crash-tried-again': {
      symptom: 6,
      async run(variant) {
        const crashing = createWorld()
        crashing.services.statuses = () => ['starting', 'starting', 'crashed']
        expect(await runWorkflow(crashing, { worker: variant })).toBe('failed')

        const shaky = createWorld()
        shaky.services.statuses = (rollout) => ['starting', rollout === 1 ? 'unreachable' : 'healthy']
        expect(await runWorkflow(shaky, { worker: variant })).toBe('ready')

        const slow = createWorld()
        slow.services.statuses = () => [...Array.from({ length: 120 }, () => 'starting' as const), 'healthy']
        expect(await runWorkflow(slow, { worker: variant })).toBe('ready')

        expect(crashing.services.rollouts()).toBe(1)
      },
    },
  },

  traps: {
    'undo-before-step': {
      symptom: 1,
      async run(variant) {
        const world = createWorld()
        world.domains.losesAnswers = true

        expect(await runWorkflow(world, { worker: variant })).toBe('failed')
        expect(world.domains.hosts().length).toBe(0)
      },
    },

    'undo-goes-on': {
      symptom: 1,
      async run(variant) {
        const world = createWorld()
        world.domains.losesAnswers = true
        world.services.cannotRemove = true

        await runWorkflow(world, { worker: variant })

        expect(world.domains.hosts().length).toBe(0)
      },
    },
  },
})

type World = ReturnType<typeof createWorld>
type Ended = { value: unknown } | { error: unknown }

interface RunOptions {
  worker: Variant
  restartAfter?: number
  next?: Variant
}

/**
 * The workflow platform: retries an activity under its policy, records how it ended, and after
 * `restartAfter` records loses the worker and runs the workflow from the top on the next one.
 */
async function runWorkflow(
  world: World,
  { worker, restartAfter = Infinity, next = worker }: RunOptions,
): Promise<'ready' | 'failed' | 'threw'> {
  const start = (on: Variant, whenLost: () => void, keepUntil: number) => {
    let position = 0
    const workflow: Workflow = {
      async run(activity, input, policy) {
        const at = position
        position += 1
        const record = (world.history[at] ??= await runActivity(world, on, activity, input, policy))
        if (at + 1 === keepUntil) {
          whenLost()
          return new Promise(() => {})
        }
        if ('error' in record) throw record.error
        return record.value as Awaited<ReturnType<typeof activity>>
      },
      log: () => {},
    }
    return on.provision(workflow, REQUEST).then((outcome) => outcome.state, () => 'threw' as const)
  }

  const first = await new Promise<'ready' | 'failed' | 'threw' | 'lost'>((resolve) => {
    start(worker, () => resolve('lost'), restartAfter).then(resolve)
  })
  return first === 'lost' ? start(next, () => {}, Infinity) : first
}

async function runActivity<Input, Output>(
  world: World,
  worker: Variant,
  activity: Activity<Input, Output>,
  input: Input,
  policy: Policy,
): Promise<Ended> {
  let record: Ended = { error: new Error('no attempt was made') }
  for (let number = 1; number <= policy.maxAttempts; number += 1) {
    try {
      const answer = await activity(world.cloud, structuredClone(input), createAttempt(number, policy))
      return { value: structuredClone(answer) }
    } catch (error) {
      record = { error }
      if (error instanceof worker.PermanentError) return record
    }
  }
  return record
}

/** Time passes only in pauses; an attempt that oversteps a limit of its policy ends there. */
function createAttempt(number: number, policy: Policy): Attempt {
  let seconds = 0
  let heardAt = 0
  return {
    workflowId: ENVIRONMENT_ID,
    number,
    heartbeat: () => (heardAt = seconds),
    async pause(wait) {
      seconds += wait
      if (seconds > policy.attemptSeconds) throw new Error('attempt timed out')
      if (seconds - heardAt > (policy.heartbeatSeconds ?? Infinity)) throw new Error('no heartbeat')
    },
  }
}

type Status = 'starting' | 'healthy' | 'crashed' | 'unreachable'

/** A cloud that keeps the promises in code.ts, and the failures each scenario asks for. */
function createWorld() {
  const made = new Map<string, { id: string }>()
  const late: (() => void)[] = []
  const running = new Map<string, string>()
  const attached = new Map<string, string>()
  const told: string[] = []
  let creates = 0
  let rollouts = 0
  let pending: Status[] = []

  const volumes = {
    firstCreate: 'ok' as 'ok' | 'answer lost' | 'done after it was given up',
    settle: () => late.splice(0).forEach((land) => land()),
    count: () => made.size,
  }
  const services = {
    statuses: (_rollout: number): Status[] => ['starting', 'healthy'],
    cannotRemove: false,
    hosts: () => [...running.values()],
    rollouts: () => rollouts,
  }
  const domains = {
    isTaken: false,
    losesAnswers: false,
    hosts: () => [...attached.keys()],
  }

  const createVolume = (requestId: string) => {
    const volume = made.get(requestId) ?? { id: `vol_${made.size + 1}` }
    made.set(requestId, volume)
    return volume
  }
  const cloud: Cloud & { volumes: { list(environmentId: string): Promise<{ id: string }[]> } } = {
    volumes: {
      async create(_environmentId, _sizeGb, requestId) {
        creates += 1
        if (creates === 1 && volumes.firstCreate === 'done after it was given up') {
          late.push(() => createVolume(requestId))
          throw new Error('no answer in time')
        }
        const volume = createVolume(requestId)
        if (creates === 1 && volumes.firstCreate === 'answer lost') throw new Error('no answer in time')
        return volume
      },
      async remove() {
        if (running.size > 0 && made.size > 0) throw new Error('the volume is mounted')
        made.clear()
      },
      list: async () => [...made.values()],
    },
    services: {
      async rollOut(service) {
        rollouts += 1
        running.set(service.environmentId, service.host)
        pending = services.statuses(rollouts)
      },
      async status() {
        const status = pending.length > 1 ? pending.shift() : pending[0]
        if (!status || status === 'unreachable') throw new Error('connection reset')
        return status
      },
      async remove(environmentId) {
        if (services.cannotRemove) throw new Error('connection reset')
        running.delete(environmentId)
      },
    },
    domains: {
      async attach(host, environmentId) {
        if (domains.isTaken) return 'taken'
        attached.set(host, environmentId)
        if (domains.losesAnswers) throw new Error('no answer in time')
        return 'attached'
      },
      async detach(host, environmentId) {
        if (attached.get(host) === environmentId) attached.delete(host)
      },
    },
    async tellOwner(_environmentId, host) {
      if (told.length === 0) told.push(host)
    },
  }
  const history: Ended[] = []
  return { cloud, volumes, services, domains, told, history }
}
