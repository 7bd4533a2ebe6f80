import type { FaultBody } from '../wire/fault.ts'

/** Every fault of the API: its status, and what to do about it. Codes are permanent. */
const faults = {
  'bad-request': { status: 400, hint: 'Check the request against /api/openapi.json.' },
  'not-json': { status: 400, hint: 'Send a JSON body with content-type application/json.' },
  'no-pass': { status: 401, hint: 'Send the X-Interview-Pass that POST /api/voice/access gave.' },
  'no-token': { status: 401, hint: 'Send Authorization: Bearer with OFFHOOK_OPERATOR_TOKEN.' },
  'not-audio': { status: 400, hint: 'Send mu-law audio with content-type audio/basic.' },
  unsigned: { status: 401, hint: 'Sign the body as it is sent with the secret of this server’s settings.' },
  'no-credit': {
    status: 402,
    hint: 'Buy a credit at /checkout, or speak by the on-device voice or type: both are free.',
  },
  'no-cron-secret': {
    status: 401,
    hint: 'Send the CRON_SECRET of this server’s settings as a bearer token.',
  },
  'cross-site': { status: 403, hint: 'Send this request from the site itself.' },
  'not-found': {
    status: 404,
    hint: 'Check the address. Sessions are visible only to the browser that made them.',
  },
  'broken-off': { status: 408, hint: 'Send it again: nothing of it was taken.' },
  'not-started': { status: 409, hint: 'Start with the turn "open" and an empty text.' },
  'already-started': {
    status: 409,
    hint: 'A plan can be corrected only before the interview starts. Start a new session.',
  },
  'turn-conflict': { status: 409, hint: 'Use a new turnId for a new text.' },
  'session-finished': {
    status: 409,
    hint: 'This interview is over. Read its report, or start a new session.',
  },
  'report-not-ready': { status: 409, hint: 'Finish the interview first.' },
  'nothing-unseen': {
    status: 409,
    hint: 'Answer the question itself again, or start with another posting.',
  },
  'too-many-corrections': {
    status: 409,
    hint: 'What was corrected so far stays. Take a correction back, or leave the rest as it is.',
  },
  'too-many-links': { status: 409, hint: 'Revoke one that nobody needs any more.' },
  'voice-not-set-up': {
    status: 409,
    hint: 'Speak by the on-device voice, or type. An operator sets ELEVENLABS_API_KEY and ELEVENLABS_AGENT_ID.',
  },
  'practice-not-hosted': {
    status: 409,
    hint: 'Speak by the on-device voice, or type: both are free.',
  },
  'nothing-sold': { status: 409, hint: 'Nothing has to be paid on this server.' },
  'recording-not-agreed': {
    status: 409,
    hint: 'Send the event recording-consent with on: true first, and record nothing before it.',
  },
  'recording-full': { status: 409, hint: 'Stop recording. What was kept stays.' },
  busy: { status: 409, hint: 'Another tab is answering at the same time. Send the same turn again.' },
  'too-large': { status: 413, hint: 'Send less than 512 KB.' },
  'bad-range': { status: 416, hint: 'Ask for bytes that are there.' },
  'recording-ahead': { status: 422, hint: 'Send startMs in milliseconds since the interview started.' },
  invalid: { status: 422, hint: 'Mend the named field and send it again.' },
  'jd-empty': { status: 422, hint: 'Paste the whole job description.' },
  'jd-too-short': { status: 422, hint: 'Paste the whole job description.' },
  'jd-too-long': { status: 422, hint: 'Paste the part that describes the role: 50 KB at most.' },
  'jd-not-text': { status: 422, hint: 'Paste the text of the job description, not a file.' },
  'open-takes-no-text': { status: 422, hint: 'Send the turn "open" with an empty text, then your answers.' },
  'too-many': { status: 429, hint: 'Try again in a moment.' },
  internal: { status: 500, hint: 'Try again. Nothing you said is lost.' },
  'voice-refused': {
    status: 502,
    hint: 'Speak by the on-device voice, or type: both work. The operator finds the reason in the server’s log.',
  },
  'checkout-refused': {
    status: 502,
    hint: 'Nothing was charged. The operator finds the reason in the server’s log.',
  },
  'checkout-unreachable': { status: 503, hint: 'Nothing was charged. Try again in a moment.' },
  'storage-failed': { status: 503, hint: 'Try again in a moment. Nothing that was acknowledged is lost.' },
  'voice-unreachable': {
    status: 503,
    hint: 'Try again in a moment, or go on by the on-device voice or by typing: both work.',
  },
  'storage-full': {
    status: 507,
    hint: 'The disk of this server is full. Free some space, then send it again.',
  },
} as const

export type FaultCode = keyof typeof faults
type FaultStatus = (typeof faults)[FaultCode]['status']

/** An expected refusal. The only thing use cases throw. */
export class Fault extends Error {
  override name = 'Fault'
  readonly code: FaultCode
  readonly hint: string
  /** When the same may be tried again, in seconds; undefined where waiting changes nothing. */
  readonly retryAfterS: number | undefined

  constructor(code: FaultCode, message: string, hint: string = faults[code].hint, retryAfterS?: number) {
    super(message)
    this.code = code
    this.hint = hint
    this.retryAfterS = retryAfterS
  }
}

/** Status and body of a fault; the only place where a code meets a status. */
export function toFailure({ code, message, hint }: Fault): { status: FaultStatus; body: FaultBody } {
  return { status: faults[code].status, body: { error: { code, message, hint } } }
}
