import { generateKeyPairSync } from 'node:crypto'

/** A new Ed25519 key, PKCS #8 in base64. */
export function newSigningKey(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64')
}
