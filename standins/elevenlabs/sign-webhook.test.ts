import { expect, test } from 'vitest'
import { signWebhook } from './sign-webhook.ts'

test("signs as the service's own package does", () => {
  const body =
    '{"type":"post_call_transcription","event_timestamp":1739537297,"data":{"conversation_id":"conv_1"}}'
  const hex = '3e7ab699a48f40c998cdaffc225962e50ca93291816936399ea42f8586e50d55'
  expect(signWebhook('wsec_local_test', 1739537297, body)).toBe(`t=1739537297,v0=${hex}`)
})
