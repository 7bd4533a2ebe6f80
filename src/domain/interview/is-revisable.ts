import type { SessionState } from './state.ts'

/** Whether a turn can still be said in other words: it is the candidate's last, and nothing has been graded. */
export function isRevisable({ phase, provisional }: SessionState, turnId: string): boolean {
  return phase !== 'finished' && provisional?.turnId === turnId
}
