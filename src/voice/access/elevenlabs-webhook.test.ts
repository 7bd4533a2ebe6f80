import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { createElevenLabsWebhook } from './elevenlabs-webhook.ts'

const SECRET = 'wsec_local_test'
const NOW = 1_739_537_297_000
const read = createElevenLabsWebhook(SECRET)

function signed(body: string, by = SECRET) {
  const time = NOW / 1_000
  return `t=${time},v0=${createHmac('sha256', by).update(`${time}.${body}`).digest('hex')}`
}

/** What is read of a body that is signed as it should be. */
function notice(value: unknown) {
  const body = typeof value === 'string' ? value : JSON.stringify(value)
  return read(new TextEncoder().encode(body), signed(body), NOW)
}

/** Every field that ElevenLabs documents, and some that it does not. */
const transcription = {
  type: 'post_call_transcription',
  event_timestamp: 1_739_537_297,
  data: {
    agent_id: 'agent_1',
    conversation_id: 'conv_1',
    status: 'done',
    user_id: 'someone',
    branch_id: null,
    transcript: [{ role: 'agent', message: null, time_in_call_secs: 3, tool_calls: [{ unheard: 'of' }] }],
    metadata: {
      start_time_unix_secs: 1_739_537_000,
      call_duration_secs: 297,
      cost: 296,
      termination_reason: 'Client disconnected: 1000',
      error: null,
    },
    analysis: { call_successful: 'unknown' },
    conversation_initiation_client_data: {
      dynamic_variables: { interview_id: 'session-1', system__call_duration_secs: 297, nothing: null },
      user_id: 'someone',
    },
    has_audio: true,
    a_field_of_tomorrow: { deep: [1] },
  },
}
const withData = (data: object) => ({ ...transcription, data: { ...transcription.data, ...data } })

describe('a webhook of ElevenLabs', () => {
  test('tells the facts of a call, whatever else it holds', () => {
    expect(notice(transcription)).toEqual({
      ok: true,
      notice: {
        kind: 'ended',
        facts: {
          conversationId: 'conv_1',
          sessionId: 'session-1',
          outcome: 'done',
          durationMs: 297_000,
          startedAt: 1_739_537_000_000,
          reason: 'Client disconnected: 1000',
          hasAudio: true,
        },
      },
    })
  })

  test('names the session by the variable, else by the user', () => {
    const sessionOf = (data: object) => {
      const answer = notice(withData(data))
      return answer.ok && answer.notice.kind === 'ended' ? answer.notice.facts.sessionId : 'no facts'
    }
    expect(sessionOf({ conversation_initiation_client_data: { user_id: 'session-2' } })).toBe('session-2')
    expect(sessionOf({ conversation_initiation_client_data: null, user_id: 'session-3' })).toBe('session-3')
    expect(sessionOf({ conversation_initiation_client_data: {}, user_id: null })).toBeUndefined()
    const odd = { dynamic_variables: { interview_id: 7 }, user_id: 'session-4' }
    expect(sessionOf({ conversation_initiation_client_data: odd })).toBe('session-4')
  })

  test('is good without anything but the id of its conversation', () => {
    const least = { type: 'post_call_transcription', data: { conversation_id: 'conv_1' } }
    expect(notice(least)).toMatchObject({
      ok: true,
      notice: { facts: { conversationId: 'conv_1', outcome: 'done', durationMs: 0, hasAudio: true } },
    })
  })

  test('brings audio', () => {
    const audio = { conversation_id: 'conv_1', full_audio: Buffer.from([0xff, 0xfb, 0]).toString('base64') }
    expect(notice({ type: 'post_call_audio', data: audio })).toEqual({
      ok: true,
      notice: { kind: 'audio', conversationId: 'conv_1', audio: new Uint8Array([0xff, 0xfb, 0]) },
    })
  })

  test.each(['call_initiation_failure', 'answering_machine_detection', 'of_tomorrow', '__proto__'])(
    'of the type %s is of no interest',
    (type) => {
      expect(notice({ type, data: null })).toEqual({ ok: true, notice: { kind: 'other' } })
    },
  )

  test.each([
    ['no JSON', '{', 'body'],
    ['no object', '7', 'body'],
    ['no type', { data: {} }, 'type'],
    ['no conversation', withData({ conversation_id: undefined }), 'data.conversation_id'],
    ['a path for a conversation', withData({ conversation_id: '../x' }), 'data.conversation_id'],
    [
      'a length that is none',
      withData({ metadata: { call_duration_secs: 'long' } }),
      'data.metadata.call_duration_secs',
    ],
    [
      'no audio',
      { type: 'post_call_audio', data: { conversation_id: 'conv_1', full_audio: '' } },
      'data.full_audio',
    ],
    [
      'audio that is none',
      { type: 'post_call_audio', data: { conversation_id: 'conv_1', full_audio: '<mp3>' } },
      'data.full_audio',
    ],
  ])('with %s cannot be read, and the field is named', (_, value, field) => {
    expect(notice(value)).toEqual({ ok: false, why: 'unreadable', field })
  })

  test('that is not signed is not even read', () => {
    const body = new TextEncoder().encode('{')
    expect(read(body, undefined, NOW)).toEqual({ ok: false, why: 'unsigned' })
    expect(read(body, signed('{', 'another'), NOW)).toEqual({ ok: false, why: 'unsigned' })
  })

  test('is never signed where there is no secret, not even by an empty one', () => {
    const body = JSON.stringify(transcription)
    for (const by of ['undefined', 'null', SECRET]) {
      const bytes = new TextEncoder().encode(body)
      expect(createElevenLabsWebhook(undefined)(bytes, signed(body, by), NOW)).toEqual({
        ok: false,
        why: 'unsigned',
      })
    }
  })
})
