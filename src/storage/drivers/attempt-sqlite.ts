import { sqliteFailure } from './sqlite-failure.ts'

/**
 * What `run` gives.
 * @throws see sqliteFailure
 */
export function attemptSqlite<T>(action: string, run: () => T): T {
  try {
    return run()
  } catch (error) {
    throw sqliteFailure(action, error)
  }
}
