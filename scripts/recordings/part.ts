import type { Level, TrackId } from '../../src/domain/catalog/vocabulary.ts'
import type { SessionState } from '../../src/domain/interview/state.ts'
import type { postings } from './postings.ts'

/**
 * How an interview comes to rest:
 * - `planned`: the plan was corrected, nobody joined
 * - `live`: left in the middle; `closed`: heard out, never finished
 * - `early`: finished in the middle; `graded`: finished after the closing line
 * - `corrected`: graded, turns corrected and graded again, the survey answered
 * - `abandoned`: left in the middle and graded when its week was over
 */
export type Ending = 'planned' | 'live' | 'closed' | 'early' | 'graded' | 'corrected' | 'abandoned'

/** One interview to be played: the same part always gives the same log, as long as the rules are the same. */
export interface Part {
  /** Unique; the file name of the recording. */
  name: string
  seed: number
  posting: keyof typeof postings
  level: Level
  domain: TrackId | 'auto'
  focus: string[]
  extraTime: boolean
  /**
   * `flawless` never leaves the model answers, `stuck` takes every hint, `curious` asks and requests between answers,
   * `strange` sends what nobody would say, `misheard` is asked "Did you say ...?".
   */
  candidate:
    'flawless' | 'strong' | 'weak' | 'silent' | 'mixed' | 'stuck' | 'curious' | 'strange' | 'misheard'
  ending: Ending
  /** Also holds the events that no use case makes yet, placed by hand, and was held with this engine. */
  byHand?: SessionState['engine']
  /** Held by calls, as ElevenLabs makes them: turns are guessed ahead, calls dropped and taken up. */
  byCall?: true
  /** Engines chosen one after the other: the first at Join, the others between turns. */
  engines?: readonly SessionState['engine'][]
  /** A stand-in of a language model reads posting and answers. */
  model?: true
  /** Agrees to be recorded and is called by the voice service, whose line breaks; in the end the recording is kept or not. */
  voice?: 'kept' | 'taken-back'
}
