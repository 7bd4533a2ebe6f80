import type { BankSample } from '../catalog/bank.ts'
import { readJd } from '../jd/read-jd.ts'
import type { Sources } from './director/draft.ts'
import type { SessionEvent } from './event.ts'
import { makePlan } from './make-plan.ts'
import { playScript } from './play-script.ts'
import type { SessionState } from './state.ts'

/**
 * Plays a scripted interview through the real director. The same sample, bank and finder give the same log.
 * @throws Error when a turn was written for another question than the interviewer asked
 */
export function playSample(
  sample: BankSample,
  sources: Sources,
): { log: SessionEvent[]; state: SessionState } {
  const { id, posting, level, domain, focus, seed, turns } = sample
  const profile = readJd(posting, sources.bank)
  const request = { profile, level, domain, focus, drop: [], add: [], extraTime: false, seed }
  const plan = makePlan({ ...request, seen: new Set(), isSample: true }, sources.bank)
  const created = {
    kind: 'created' as const,
    ownerId: `sample-${id}`,
    createdAt: Date.parse(sample.heldAt),
    jd: profile.text,
    profile,
    level,
    domain,
    focus,
    extraTime: false,
    engine: 'local' as const,
  }
  return playScript({ created, plan, turns }, sources, ({ current, phase }, index) => {
    const asked =
      phase === 'live' ? `${current?.questionId}/${current?.askId}` : 'nothing: the interview is over'
    const to = turns[index]?.to
    if (asked !== to)
      throw new Error(`samples/${id}.yaml: turns.${index}: it answers ${to}, asked was ${asked}`)
  })
}
