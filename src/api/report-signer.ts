import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto'
import { z } from 'zod'
import { Signature, type Report } from '../domain/report/report.ts'
import { canonicalReport } from './canonical-report.ts'

/** `foreign`: right for the key that the export names, which is not the key of this site. */
export type SignatureState = 'unsigned' | 'valid' | 'foreign' | 'broken'

/** A public key as RFC 8037 writes it. */
export interface PublicJwk {
  kty: 'OKP'
  crv: 'Ed25519'
  x: string
  kid: string
  use: 'sig'
}

/** Signs exported reports, and tells whether one was signed. */
export interface ReportSigner {
  /** The report with its signature; the same report always gives the same one. */
  sign(report: Report): Report
  /** Of anything that was sent in: it need not be a report. */
  check(value: object): SignatureState
  key: PublicJwk
}

const SignedExport = z.object({ signature: Signature.loose() })

/**
 * Ed25519 (RFC 8032) over the canonical form of a report.
 * @param privateKey PKCS #8, base64
 * @throws Error when it is no such key
 */
export function createReportSigner(privateKey: string): ReportSigner {
  const secret = readKey(privateKey)
  const { x } = z.object({ x: z.string() }).parse(createPublicKey(secret).export({ format: 'jwk' }))
  const keyId = thumbprint(x)
  return {
    key: { kty: 'OKP', crv: 'Ed25519', x, kid: keyId, use: 'sig' },
    sign(report) {
      const about = { algorithm: 'Ed25519' as const, keyId, publicKey: x }
      const value = sign(null, canonicalReport(report, about), secret).toString('base64url')
      return { ...report, signature: { ...about, value } }
    },
    check(value) {
      if (!('signature' in value) || value.signature === undefined) return 'unsigned'
      const read = SignedExport.safeParse(value)
      if (!read.success) return 'broken'
      const { signature } = read.data
      const { value: signed, ...about } = signature
      const key = publicKeyOf(signature.publicKey)
      const bytes = Buffer.from(signed, 'base64url')
      const isOwn = key !== undefined && signature.keyId === thumbprint(signature.publicKey)
      if (!isOwn || bytes.toString('base64url') !== signed) return 'broken'
      if (!isSignedBy(key, bytes, value, about)) return 'broken'
      return signature.publicKey === x ? 'valid' : 'foreign'
    },
  }
}

function readKey(privateKey: string): KeyObject {
  try {
    const key = createPrivateKey({ key: Buffer.from(privateKey, 'base64'), format: 'der', type: 'pkcs8' })
    if (key.asymmetricKeyType === 'ed25519') return key
  } catch {
    // Said below, without the key.
  }
  throw new Error('The key that signs reports (OFFHOOK_SIGNING_KEY) is no Ed25519 key as PKCS #8 in base64.')
}

/** Whether the bytes are the key's signature; not for a value too deep to be written down. */
function isSignedBy(key: KeyObject, bytes: Uint8Array, value: object, about: object): boolean {
  try {
    return verify(null, canonicalReport(value, about), key, bytes)
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

function publicKeyOf(x: string): KeyObject | undefined {
  try {
    return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
  } catch {
    return undefined
  }
}

/** The RFC 7638 thumbprint of a public key. */
function thumbprint(x: string): string {
  return createHash('sha256').update(`{"crv":"Ed25519","kty":"OKP","x":"${x}"}`).digest('base64url')
}
