import { z } from 'zod'

/** What kind of bug a planted issue is: its root cause, in the words of the trade. */
export const BugKind = z.enum([
  'race',
  'idempotency',
  'retry',
  'compensation',
  'nondeterminism',
  'authorization',
  'tenant-isolation',
  'session-fixation',
  'cache-key',
  'cache-invalidation',
  'late-data',
  'time-zone',
  'migration',
  'rate-limit',
  'streaming',
  'cancellation',
  'failure-handling',
  'pagination',
  'performance',
  'observability',
  'validation',
  'fan-out',
  'attribution',
])
export type BugKind = z.infer<typeof BugKind>

/** Kinds that are found by the same question to oneself, and so can be practised on one another. */
export const bugClasses: readonly { name: string; kinds: readonly BugKind[] }[] = [
  { name: 'races and repeats', kinds: ['race', 'idempotency', 'retry', 'compensation', 'nondeterminism'] },
  {
    name: 'who may see or do what',
    kinds: ['authorization', 'tenant-isolation', 'session-fixation', 'cache-key', 'validation'],
  },
  { name: 'stale and late data', kinds: ['cache-invalidation', 'late-data', 'time-zone', 'migration'] },
  {
    name: 'failures and limits',
    kinds: [
      'failure-handling',
      'rate-limit',
      'streaming',
      'cancellation',
      'performance',
      'pagination',
      'observability',
    ],
  },
  { name: 'wrong counts', kinds: ['fan-out', 'attribution'] },
]
