/** Tells the operator of something that went wrong, on standard error. */
export function logError(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
}
