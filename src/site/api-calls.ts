export interface ApiCall {
  call: string
  does: string
}

/** The HTTP contract in prose; the schemas are in the OpenAPI document. */
export const apiCalls: ApiCall[] = [
  {
    call: 'POST /api/sessions',
    does: 'Takes { jd, level?, domain?, focus?, extraTime?, origin? }, reads the job description, makes a plan and sets the owner cookie. Answers 201 with the id and the plan.',
  },
  {
    call: 'PATCH /api/sessions/:id/plan',
    does: 'Takes { track?, level?, drop?, add? } and answers with the corrected plan, until the interview starts.',
  },
  { call: 'GET /api/sessions', does: 'Your sessions, newest first.' },
  {
    call: 'GET /api/sessions/:id?from=seq',
    does: 'State, plan, and the public events after the given sequence number.',
  },
  {
    call: 'POST /api/sessions/:id/turns',
    does: 'Takes { turnId, text, startedAt?, endedAt?, source?, unsure? } and answers with server-sent events: say, snippet, lines, section, hint, done, error. The turn "open" with an empty text starts the clock; an empty text otherwise says that nothing was said. The same turn id and text get the same answer again; the same id with another text is refused with 409.',
  },
  {
    call: 'POST /api/sessions/:id/events',
    does: 'Takes what is not an answer: hold, mark, note, lines-selected, interrupted, left, returned, survey, correction (of a misheard turn: its question is graded again).',
  },
  {
    call: 'GET /api/sessions/:id/snippets/:snippetId',
    does: 'The code of a snippet, highlighted and plain, once it has been shown.',
  },
  {
    call: 'POST /api/sessions/:id/finish',
    does: 'Ends the interview and grades it. Answers with the report, the same one again when repeated.',
  },
  {
    call: 'GET /api/reports/:id',
    does: 'The report as JSON, by the schema at /schema/report.v1.json; add .md to the id for Markdown, .pdf for PDF. The JSON is signed by the key at /.well-known/jwks.json; /verify recomputes it.',
  },
  {
    call: 'POST /api/reports/:id/again',
    does: 'Takes { kind: "same-posting" }, { kind: "re-answer", questionId } or { kind: "drill", questionId, pointId } and opens a new session from a report, which stays as it is. Answers 201 with its id and plan; 409 when no unseen material is left for a drill.',
  },
  {
    call: 'GET /api/credits',
    does: 'Your credits, what became of them, and what can be bought; where nothing is sold, "sells" is empty.',
  },
  {
    call: 'POST /api/checkout',
    does: 'Takes { pack: "single" | "three-pack", sessionId? } and answers with { url }, where the seller takes the payment. 409 where nothing is sold.',
  },
  { call: 'GET /api/health', does: 'Whether the server works.' },
  {
    call: 'GET /api/metrics',
    does: 'The operator’s figures of the last 14 days, for Authorization: Bearer with the token of the server’s settings. 404 where none is set.',
  },
]
