import type { FollowUp, Point, Probe } from '../catalog/question.ts'
import type { DimensionId, SubScoreId } from '../catalog/vocabulary.ts'
import type { Ask, ExpectedPoint } from './question.ts'

/** Which sub-score a probe counts for: a probe names only its dimension. */
export type SubScoreOf = Record<DimensionId, SubScoreId>

export const codeSubScoreOf: SubScoreOf = {
  communication: 'clarity',
  debugging: 'testability',
  breadth: 'complexity',
  operationalization: 'correctness',
  product: 'prioritization',
}

export const scenarioSubScoreOf: SubScoreOf = {
  communication: 'communication',
  debugging: 'correctness',
  breadth: 'tradeoffs',
  operationalization: 'operationalization',
  product: 'scoping',
}

export function openerAsk(text: string, dimensions: DimensionId[]): Ask {
  return { id: 'opener', text, dimensions, heard: [], missing: [] }
}

export function ownPoint(point: Point): ExpectedPoint {
  return { ...point, askId: 'opener' }
}

export function probePoints(probes: Probe[], subScoreOf: SubScoreOf): ExpectedPoint[] {
  return probes.flatMap((probe) =>
    probe.points.map((point, index) => ({
      id: `${probe.id}/${index}`,
      text: point.text,
      wordings: point.wordings,
      misheard: [],
      weight: 1,
      dimension: probe.dimension,
      sub: subScoreOf[probe.dimension],
      askId: `probe-${probe.id}`,
    })),
  )
}

/** A follow-up can show the dimension of the first point it looks for. */
export function followUpAsks(followUps: FollowUp[], points: ExpectedPoint[], main: DimensionId): Ask[] {
  return followUps.map(({ heard, missing, ask }, index) => {
    const target = points.find(({ id }) => id === (missing[0] ?? heard[0]))
    return { id: `follow-${index + 1}`, text: ask, dimensions: [target?.dimension ?? main], heard, missing }
  })
}

export function probeAsks(probes: Probe[]): Ask[] {
  return probes.map(({ id, ask, dimension }) => ({
    id: `probe-${id}`,
    text: ask,
    dimensions: [dimension],
    heard: [],
    missing: [],
  }))
}
