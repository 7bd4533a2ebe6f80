/** An end that was foreseen: its message is one sentence for the person who typed the command. */
export class Ending extends Error {
  /**
   * @param {string} sentence
   * @param {number} [exitCode]
   */
  constructor(sentence, exitCode = 1) {
    super(sentence)
    this.exitCode = exitCode
  }
}

/**
 * Runs a command's main function and leaves with an honest exit code. A foreseen end prints its sentence,
 * anything else its whole stack.
 *
 * @param {() => Promise<number>} main resolves with the exit code
 */
export async function runToEnd(main) {
  try {
    process.exitCode = await main()
  } catch (error) {
    console.error(sentenceOf(error))
    process.exitCode = error instanceof Ending ? error.exitCode : 1
  }
}

/** @param {any} error */
export function sentenceOf(error) {
  if (error instanceof Ending) return error.message
  if (/^(EROFS|EACCES|EPERM)$/.test(error?.code)) return READ_ONLY
  return explainFailure(String(error?.code)) ?? error?.stack ?? String(error)
}

const DISK_FULL = 'The disk is full: free some space, then run the same command again.'
const NO_REGISTRY =
  'The package registry cannot be reached: check the network (or the proxy npm is set to), then run the same command again.'
const OUT_OF_STEP =
  'package-lock.json does not match package.json: run "npm install" once, then the same command again.'
const READ_ONLY =
  'The project folder cannot be written: copy it to a folder of yours, then run the same command again.'

const CAUSES = [
  [/ENOSPC|no space left on device|disk is full/i, DISK_FULL],
  [/npm error code EUSAGE/, OUT_OF_STEP],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET|EIDLETIMEOUT/,
    NO_REGISTRY,
  ],
  [/npm error code E(401|403|407|5\d\d)/, NO_REGISTRY],
]

/**
 * The one sentence behind what a command printed (or behind an error code), or null when it is none of
 * the causes known here.
 *
 * @param {string} output
 * @returns {string | null}
 */
export function explainFailure(output) {
  for (const [pattern, sentence] of CAUSES) if (pattern.test(output)) return sentence
  return null
}
