import type { Bank } from '../catalog/bank.ts'
import { DimensionId } from '../catalog/vocabulary.ts'
import type { Finder } from '../grading/finder.ts'
import type { QuestionGrade, SessionGrade } from '../grading/grade.ts'
import { gradePasses, overallPassSpread, passSpread } from '../grading/grade-passes.ts'
import { gradeSession } from '../grading/grade-session.ts'
import { dimensionSpread, overallSpread } from '../grading/spread.ts'
import type { ExpectedPoint } from '../interview/question.ts'
import type { Practice } from '../interview/practice.ts'
import type { Plan } from '../interview/plan.ts'
import type { Entry, SessionState } from '../interview/state.ts'
import { actionPlan, practicePrompts, readingsFor, rubricOf } from './action-plan.ts'
import { graderOf } from './grader-of.ts'
import { explainLift } from './explain-lift.ts'
import { explainScore } from './explain-score.ts'
import { matchPosting } from './match-posting.ts'
import { pickMoments } from './pick-moments.ts'
import type { DimensionResult, QuestionResult, Report, TranscriptEntry } from './report.ts'
import { reportRecording } from './report-recording.ts'
import { subScoreNames } from './sub-score-names.ts'
import { tidyGrade } from './tidy-grade.ts'

/**
 * Builds the report of a session: the one object that the page, Markdown, JSON and PDF are made from. The same
 * arguments give the same report.
 *
 * @param createdAt ISO 8601, UTC
 * @param id the session's id
 * @param kept grades of an earlier report that stay as they are, by question
 * @throws Error when the session has no plan, or one made from other content
 */
export function buildReport(
  state: SessionState,
  bank: Bank,
  finder: Finder,
  createdAt: string,
  id: string,
  kept?: ReadonlyMap<string, QuestionGrade>,
): Report {
  const { plan } = state
  if (!plan) throw new Error('a session without a plan has no report')
  const grade = tidyGrade(gradeSession(state, bank, finder, kept), state.transcript)
  const passes = gradePasses(state, bank, finder)
  const pack = bank.packs.find((item) => item.id === plan.track.id)
  return {
    version: 1,
    id,
    createdAt,
    level: plan.level,
    track: { ...plan.track, name: pack?.name ?? plan.track.id },
    verdict: grade.verdict,
    overall: grade.overall,
    dimensions: DimensionId.options.map((dimension) => toDimension(grade, passes, bank, dimension, plan)),
    questions: grade.questions.map((question) => toQuestion(question, state.transcript)),
    transcript: state.transcript.map(toTranscriptEntry),
    answerKey: grade.answerKey,
    jd: matchPosting(plan, grade, bank),
    moments: pickMoments(state, grade),
    plan: actionPlan(grade, bank, plan.level),
    prompts: practicePrompts(grade, bank, plan.seed),
    readings: readingsFor(grade, bank),
    ...(plan.practice ? { practice: practiceOf(plan.practice) } : {}),
    ...reportRecording(state.recordings),
    corrections: [],
    grader: {
      ...graderOf(state, finder),
      ...widen(overallSpread(grade.questions, bank), overallPassSpread(grade, passes)),
    },
  }
}

function toDimension(
  grade: SessionGrade,
  passes: readonly SessionGrade[],
  bank: Bank,
  id: DimensionId,
  plan: Plan,
): DimensionResult {
  const rubric = rubricOf(bank, id)
  const dimension = grade.dimensions[id]
  return {
    id,
    name: rubric.name,
    score: dimension.score,
    assessed: dimension.score !== null,
    anchors: rubric.anchors,
    why: explainScore(dimension, grade),
    lift: explainLift(dimension, grade, rubric, plan.level),
    evidence: dimension.evidence,
    ...widen(dimensionSpread(id, grade.questions, bank), passSpread(id, grade, passes)),
  }
}

/** A spread that is at least as large as what a model's readings differ by. */
function widen({ spread }: { spread?: number }, passes: number): { spread?: number } {
  return spread === undefined && passes === 0 ? {} : { spread: Math.max(spread ?? 0, passes) }
}

function toQuestion(grade: QuestionGrade, transcript: readonly Entry[]): QuestionResult {
  const { question, section, asked, turns, expected, heard, against, falseAlarms, communication } = grade
  return {
    id: question.id,
    kind: question.kind,
    title: question.title,
    section,
    asked: inOrder(asked, transcript),
    pointsHeard: expected.flatMap((point) => {
      const found = heard.get(point.id)
      return found ? [{ ...toExpected(point), ...found }] : []
    }),
    pointsMissed: expected.filter(({ id }) => !heard.has(id)).map(toExpected),
    against,
    falseAlarms,
    telling: communication,
    answeredIn: turns.map(({ entry }) => entry.turnId),
    subScores: grade.subScores.map(({ id, score }) => ({ id, name: subScoreNames[id], score })),
    score: grade.score,
    bestAnswer: question.bestAnswer,
  }
}

function toExpected({ id, text, weight, dimension, sub, issueId }: ExpectedPoint) {
  return { id, text, weight, dimension, sub, ...(issueId === undefined ? {} : { issueId }) }
}

function practiceOf({ kind, of, questionId }: Practice): NonNullable<Report['practice']> {
  return { kind, of, questionId }
}

/** What was asked in the order in which it was said; a text that cannot be found comes last. */
function inOrder(asked: readonly string[], transcript: readonly Entry[]): string[] {
  const place = (text: string) => {
    const index = transcript.findIndex((entry) => entry.speaker === 'agent' && entry.text.includes(text))
    return index < 0 ? transcript.length : index
  }
  return asked.toSorted((a, b) => place(a) - place(b))
}

function toTranscriptEntry(entry: Entry): TranscriptEntry {
  const { turnId, speaker, text, rewritten, startMs, endMs, section, spoken } = entry
  const heard = speaker === 'agent' ? entry.heard : takenDown(entry)
  return {
    turnId,
    speaker,
    text,
    ...(heard === undefined ? {} : { heard }),
    ...(rewritten === undefined ? {} : { edited: rewritten }),
    startMs,
    endMs,
    section,
    ...(spoken ? { spoken } : {}),
  }
}

/** What was taken down first, of a turn that the candidate corrected; a correction taken back leaves none. */
function takenDown({ text, edited = text, rewritten }: Entry): string | undefined {
  return edited === text && rewritten === undefined ? undefined : edited
}
