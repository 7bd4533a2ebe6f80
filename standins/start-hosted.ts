import { newSigningKey } from '../src/api/new-signing-key.ts'
import type { BlobService } from './blob/start-blob.ts'
import { startBlob } from './blob/start-blob.ts'
import type { Kv } from './kv/start-kv.ts'
import { startKv } from './kv/start-kv.ts'

/** What stands in for Vercel KV and Vercel Blob. */
export interface Hosted {
  kv: Kv
  blob: BlobService
  /** What the site has to be started with; it has no disk then. */
  environment: Record<string, string>
  /** Ends both; the Redis folder stays there when `keeps` is true. */
  stop(keeps?: boolean): Promise<void>
}

/** Starts a KV and a Blob of their own, on 127.0.0.1. */
export async function startHosted(): Promise<Hosted> {
  const [kv, blob] = await Promise.all([startKv(), startBlob()])
  return {
    kv,
    blob,
    environment: {
      KV_REST_API_URL: kv.url,
      KV_REST_API_TOKEN: kv.token,
      BLOB_READ_WRITE_TOKEN: blob.token,
      VERCEL_BLOB_API_URL: blob.url,
      NODE_OPTIONS: `--import ${new URL('./blob/reach-stand-in.ts', import.meta.url).href}`,
      OFFHOOK_COOKIE_SECRET: 'a secret that only the tests know, 32+',
      OFFHOOK_SIGNING_KEY: newSigningKey(),
      OFFHOOK_DATA: '/dev/null/no-disk',
    },
    async stop(keeps) {
      await Promise.all([kv.stop(keeps), blob.stop()])
    },
  }
}
