/**
 * Questions whose answers nobody looked at while their accepted wordings were written or tuned: what the grader makes
 * of them says how it does on answers it was not fitted to. Chosen before any was graded, by their ids alone:
 * `seededRank(2026, id) < 0.2` among those written by two hands. A question that is tuned later leaves this list.
 */
export const SEALED_ANSWERS: ReadonlySet<string> = new Set([
  'log-drain',
  'certificate-renewal',
  'event-collector',
  'image-proxy',
  'session-middleware',
  'webhook-delivery',
  'subscription-lifecycle',
  'expensive-queries',
  'metric-backfill',
  'identity-stitching',
  'interactive-funnels',
  'usage-metering',
  'experiment-assignment',
  'provider-failover',
  'geo-data-residency',
])
