import type { DimensionId } from '../catalog/vocabulary.ts'
import type { DimensionGrade, Heard, QuestionGrade, SessionGrade } from '../grading/grade.ts'
import type { ExpectedPoint } from '../interview/question.ts'
import type { Evidence } from './report.ts'

/** An expected point for tests, of operationalization and weight 1 unless told otherwise. */
export function examplePoint(id: string, more: Partial<ExpectedPoint> = {}): ExpectedPoint {
  return {
    id,
    text: `Says ${id}.`,
    wordings: [],
    misheard: [],
    weight: 1,
    dimension: 'operationalization',
    sub: 'correctness',
    askId: 'opener',
    ...more,
  }
}

/** Evidence for a point for tests. */
export function exampleReceipt(quote: string, more: Partial<Evidence> = {}): Evidence {
  return { turnId: 't1', quote, startMs: 0, endMs: 1000, point: 'Says it.', polarity: 'for', ...more }
}

/** The grade of one question for tests: the points named in `heard` were heard in full and unaided. */
export function exampleGraded(
  title: string,
  expected: ExpectedPoint[],
  heard: Readonly<Record<string, Partial<Heard>>> = {},
): QuestionGrade {
  const receipt = exampleReceipt('words')
  return {
    question: {
      id: title,
      kind: 'scenario',
      title,
      level: 'senior',
      asks: [],
      points: expected,
      signals: [],
      facts: [],
      competencies: [],
      bestAnswer: '',
    },
    section: 'C',
    asked: [],
    turns: [],
    expected,
    heard: new Map(
      Object.entries(heard).map(([id, more]) => [
        id,
        { degree: 'full', hintTier: 0, evidence: receipt, ...more },
      ]),
    ),
    against: [],
    falseAlarms: [],
    communication: { share: 0, evidence: [], turns: [], asked: [] },
    subScores: [],
    score: null,
  }
}

/** A dimension's grade for tests. */
export function exampleStanding(id: DimensionId, more: Partial<DimensionGrade> = {}): DimensionGrade {
  return { id, score: null, share: 0, caps: [], evidence: [], ...more }
}

/** A session's grade for tests, nothing assessed unless told otherwise. */
export function exampleSessionGrade(
  questions: QuestionGrade[],
  standing: readonly DimensionGrade[] = [],
): SessionGrade {
  const of = (id: DimensionId) => standing.find((item) => item.id === id) ?? exampleStanding(id)
  return {
    questions,
    dimensions: {
      communication: of('communication'),
      debugging: of('debugging'),
      breadth: of('breadth'),
      operationalization: of('operationalization'),
      product: of('product'),
    },
    answerKey: [],
    overall: null,
    verdict: 'not-enough-evidence',
  }
}
