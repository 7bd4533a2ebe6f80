import { echoes } from './echoes.ts'
import { namedLines } from './named-lines.ts'

/** What a turn asks of the interviewer; `answer` when it asks nothing. */
export type Intent =
  | {
      kind:
        | 'answer'
        | 'repeat'
        | 'rephrase'
        | 'hint'
        | 'skip'
        | 'back'
        | 'think'
        | 'time-left'
        | 'stop'
        | 'clarify'
        | 'dont-know'
    }
  | { kind: 'read-lines'; from: number; to: number }

type Request = Exclude<Intent['kind'], 'read-lines' | 'clarify' | 'answer'>

/** In the order tried. `words`: a longer turn is an answer that happens to hold the words. */
const requests: { kind: Request; words: number; says: RegExp }[] = [
  {
    kind: 'stop',
    words: 14,
    says: /\b(stop|end|quit|finish) (the |this |our )?(interview|session|call|screen)\b|\b(let's|lets|let us|can we|i want to|i'd like to) (stop|end it|finish)( here| now)?\W*$|^\W*(stop|quit)\W*$/i,
  },
  {
    kind: 'time-left',
    words: 16,
    says: /\b(how much (more )?time|how long (do|have) we|time (is |do we have )?left|minutes (are )?left|how are we (doing )?(on|for) time)\b/i,
  },
  {
    kind: 'rephrase',
    words: 22,
    says: /\b(rephrase|reword|(say|put|ask) (it|that|this) (differently|another way|in other words)|(don't|do not|didn't|did not) (quite )?(understand|get) (the|your|that|this) question|what do you mean( by that)?\W*$)/i,
  },
  {
    kind: 'repeat',
    words: 22,
    says: /\b(repeat|say (that|it|this) again|ask (that|it) again|come again|one more time|(didn't|did not|couldn't) (quite )?(catch|hear)|what was the question)\b|^\W*(pardon|sorry|what)( me)?\W*$/i,
  },
  {
    kind: 'hint',
    words: 18,
    says: /\b(a|any|another|some|one more) (hint|clue|nudge|pointer)s?\b|^\W*hint\W*$|\b(i'm|i am) (really |a bit |completely )?stuck\b|\bhelp me out\b/i,
  },
  {
    kind: 'back',
    words: 16,
    says: /\b(go|come|jump|get) back to (the )?(previous|last|first|earlier|one before)|\b(the )?previous (question|snippet|one)\b|^\W*(can we |let's |please )?go back\W*$/i,
  },
  {
    kind: 'skip',
    words: 14,
    says: /\b(skip|pass on) (this|that|it|the question|the snippet)\b|^\W*(skip|pass|next|next question)( please)?\W*$|\b(let's|lets|can we|could we|please|i'd like to) (skip|move on|go on to the next)/i,
  },
  {
    kind: 'dont-know',
    words: 10,
    says: /\b(i (don't|do not|wouldn't|would not) (really )?know|no idea|not sure|i have no (idea|answer)|can't think of any)/i,
  },
  {
    kind: 'think',
    words: 16,
    says: /\b(let me (think|read|look)|(give|need|want) (me )?(a|one|another|some) (second|sec|moment|minute|time)|(one|just a) (second|sec|moment|minute)|hold on|hang on|bear with me|still (reading|thinking))\b/i,
  },
]

const questionStart =
  /^(so |and |but |ok(ay)?,? |just to (check|clarify|confirm),? |quick question,? )*(is|are|was|does|do|did|can|could|may|should|will|would|how|what|which|who|when|where|why|am i)\b/i

/** Longest clarifying question, in words; a longer turn with a question mark is an answer that wonders. */
const CLARIFYING_WORDS = 45

/**
 * Reads what a turn wants. Call it only for a turn in which no expected point was heard: an answer wins
 * over a request. `asked` is the question on the table; saying it back asks for it in other words.
 */
export function readIntent(text: string, asked: string): Intent {
  const trimmed = text.trim()
  const words = trimmed.split(/\s+/).length
  const lines = namedLines(trimmed)
  if (lines && words <= 18 && /\b(read|show|go through|take me through)\b/i.test(trimmed)) {
    return { kind: 'read-lines', ...lines }
  }
  if (echoes(trimmed, asked)) return { kind: 'rephrase' }
  const request = requests.find((candidate) => words <= candidate.words && candidate.says.test(trimmed))
  if (request) return { kind: request.kind }
  if (words <= CLARIFYING_WORDS && (/\?\s*$/.test(trimmed) || (words <= 20 && questionStart.test(trimmed)))) {
    return { kind: 'clarify' }
  }
  return { kind: 'answer' }
}
