import type { LineFault } from '../../voice-engine.ts'

/** Why a conversation could not be opened. */
export class LineFailure extends Error {
  readonly fault: LineFault

  constructor(fault: LineFault, options?: ErrorOptions) {
    super(`No line: ${fault}`, options)
    this.fault = fault
  }
}
