import type { Settings } from './env.ts'

/**
 * Makes sure that what is kept stays kept. On Vercel a disk is read-only or forgotten, so nothing may be kept on it; and
 * secrets have to last as long as the database that holds what they sign, on every machine that uses it. No process there
 * lives long enough to sweep, so a job has to come in.
 * @throws Error that names every setting that is missing
 */
export function requireLasting(settings: Settings): void {
  const { isOnVercel, kv, blobToken, cookieSecret, signingKey, cronSecret } = settings
  const isHosted = isOnVercel || kv !== undefined
  const missing = [
    isOnVercel && !kv && 'KV_REST_API_URL and KV_REST_API_TOKEN (sessions cannot be kept on this disk)',
    isOnVercel && blobToken === undefined && 'BLOB_READ_WRITE_TOKEN (recordings cannot be kept on this disk)',
    isOnVercel && cronSecret === undefined && 'CRON_SECRET (16 characters or more, for the job that sweeps)',
    isHosted && cookieSecret === undefined && 'OFFHOOK_COOKIE_SECRET (32 characters or more)',
    isHosted && signingKey === undefined && 'OFFHOOK_SIGNING_KEY (an Ed25519 key as PKCS #8 in base64)',
  ].filter((name) => name !== false)
  if (missing.length === 0) return
  const where = isOnVercel ? 'On Vercel' : 'With KV_REST_API_URL'
  throw new Error(`The environment does not fit. ${where} these have to be set: ${missing.join('; ')}.`)
}
