import type { Dependencies } from './dependencies.ts'
import { Fault } from './failure.ts'
import type { InterviewPass } from './interview-pass.ts'

/** The pass of a call. @throws Fault `no-pass` when it is absent, forged or over. */
export function requirePass(headers: Headers, { passes, now }: Dependencies): InterviewPass {
  const pass = passes.read(headers.get('x-interview-pass') ?? undefined, now())
  if (!pass) throw new Fault('no-pass', 'The request carries no valid X-Interview-Pass.')
  return pass
}
