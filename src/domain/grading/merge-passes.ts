import type { Proposal } from './proposal.ts'

/**
 * What most of the readings of one question say: a point was heard when more than half of them propose it, in full when
 * more than half say so in full. Its quote is that of the first reading that says as much.
 */
export function mergePasses(passes: readonly (readonly Proposal[])[]): Proposal[] {
  const most = (said: readonly Proposal[]) => said.length * 2 > passes.length
  const pointIds = new Set(passes.flat().map(({ pointId }) => pointId))
  return [...pointIds].flatMap((pointId) => {
    const said = passes.flatMap((pass) => pass.find((proposal) => proposal.pointId === pointId) ?? [])
    const inFull = said.filter(({ degree }) => degree === 'full')
    const [first] = most(inFull) ? inFull : said
    if (!first || !most(said)) return []
    return [{ ...first, degree: most(inFull) ? ('full' as const) : ('partly' as const) }]
  })
}
