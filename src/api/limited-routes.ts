import type { LimitName } from './limits.ts'

/**
 * The limit of every route, by method and path as it is declared; null: by size or signature only. A route that is not
 * named here fails the tests.
 */
export const limitedRoutes: Readonly<Record<string, LimitName | null>> = {
  'POST /api/sessions': 'session',
  'GET /api/sessions': 'read',
  'GET /api/sessions/:id': 'read',
  'PATCH /api/sessions/:id/plan': 'event',
  'GET /api/sessions/:id/snippets/:snippetId': 'read',
  'POST /api/sessions/:id/turns': 'turn',
  'POST /api/sessions/:id/events': 'event',
  'POST /api/sessions/:id/recording': 'event',
  'GET /api/sessions/:id/recording': 'read',
  'POST /api/sessions/:id/finish': 'finish',
  'GET /api/reports/:file': 'read',
  'POST /api/reports/:id/again': 'session',
  'DELETE /api/sessions/:id': 'event',
  'DELETE /api/me': 'event',
  'POST /api/reports/:id/share': 'event',
  'GET /api/reports/:id/share': 'read',
  'DELETE /api/reports/:id/share': 'event',
  'GET /api/shared/:link/:file': 'link',
  'GET /api/shared/:link/recording': 'link',
  'POST /api/voice/access': 'event',
  // The far side's, behind a pass for one interview, which ends.
  'POST /api/voice/llm': null,
  'POST /api/voice/llm/chat/completions': null,
  'POST /api/voice/llm/v1/chat/completions': null,
  // A vendor's, signed, and from few addresses.
  'POST /api/webhooks/elevenlabs': null,
  'POST /api/webhooks/lemonsqueezy': null,
  'POST /api/checkout': 'checkout',
  'GET /api/credits': 'read',
  'GET /api/cron/sweep': 'secret',
  'GET /api/metrics': 'secret',
  'GET /api/health': null,
  'GET /api/openapi.json': null,
}
