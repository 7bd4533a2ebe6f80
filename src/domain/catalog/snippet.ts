import { z } from 'zod'
import { AnswerPoints, Answers, Fact, FollowUp, Point, Probe, QuestionReading, Signal } from './question.ts'
import { BugKind } from './bug-kind.ts'
import { ContentId, Level, Prose, Severity, TrackId, WrittenLines } from './vocabulary.ts'

export const Language = z.enum(['typescript', 'javascript', 'sql'])
export type Language = z.infer<typeof Language>

/**
 * A unified diff against the shown code: hunks only, no file header. In files each row may stand behind one blank more,
 * which keeps YAML from folding long rows; it is taken away.
 */
export const Diff = z.preprocess(
  (value) => (typeof value === 'string' && value.startsWith(' @@') ? value.replace(/^ /gm, '') : value),
  z.string().regex(/^@@ -\d+/, 'start with a hunk header: @@ -12,3 +12,4 @@'),
)

/** Another right fix; with a diff the proof runs it too. */
const OtherFix = z.strictObject({ say: Prose, change: Diff.optional() })

/** A tempting fix that is wrong; with a diff the proof runs it too. */
const WrongFix = z.strictObject({ say: Prose, because: Prose, change: Diff.optional() })

/** A planted bug: a root cause, proven by a test that fails on the shown code and passes on the fix. */
export const Issue = z.strictObject({
  id: ContentId,
  title: Prose,
  lines: WrittenLines,
  alsoAt: z.array(WrittenLines).default([]),
  severity: Severity,
  kind: BugKind,
  /** The point that finding it is: its id, and its weight among the points of the opening question. */
  finding: z.strictObject({ id: ContentId, weight: z.number().int().min(1).max(3) }),
  rootCause: Prose,
  fix: Diff,
  alsoRight: z.array(OtherFix).default([]),
  notEnough: z.array(WrongFix).default([]),
  test: Prose,
  wordings: z.array(Prose).min(4),
  misheard: z.array(Prose).default([]),
  hints: z.tuple([Prose, Prose, Prose]),
})
export type Issue = z.infer<typeof Issue>

/** Looks wrong and is right: naming it as a bug is a false alarm. */
export const Trap = z.strictObject({
  id: ContentId,
  title: Prose,
  lines: WrittenLines,
  looksWrong: Prose,
  isRight: Prose,
  change: Diff,
  wordings: z.array(Prose).min(2),
  misheard: z.array(Prose).default([]),
})
export type Trap = z.infer<typeof Trap>

/** One piece of code with planted bugs, and everything said and judged about it. */
export const Snippet = z.strictObject({
  title: Prose,
  /** Not finished: nothing else about it is checked, and it is never asked. */
  draft: z.boolean().default(false),
  language: Language,
  /** Name of the code file beside this one. */
  code: z.string().regex(/^code\.(ts|js|sql)$/),
  /** Name of the proof beside it. */
  proof: z.literal('proof.test.ts').optional(),
  /** Name of a log or trace excerpt beside this one. */
  log: z.literal('log.txt').optional(),
  pack: TrackId,
  competencies: z.array(ContentId).min(1),
  level: Level,
  /** Public ones appear on open pages and are never selected for a session. */
  public: z.boolean(),
  /** Spoken before the first question: 60 words at most. */
  summary: Prose.refine((text) => text.split(/\s+/).length <= 60, 'at most 60 words'),
  opening: Prose,
  issues: z.array(Issue).min(2).max(6),
  traps: z.array(Trap).max(2),
  /** What a good answer says besides the issues it finds. */
  points: z.array(Point).min(1),
  signals: z.array(Signal).default([]),
  followUps: z.array(FollowUp).min(3),
  probes: z.array(Probe).min(3),
  facts: z.array(Fact).min(3),
  answers: Answers,
  answerPoints: AnswerPoints,
  readings: z.array(QuestionReading).min(1),
})
export type Snippet = z.infer<typeof Snippet>
