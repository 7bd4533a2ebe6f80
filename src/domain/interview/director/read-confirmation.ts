import { soundsLike } from '../../speech/sounds-like.ts'
import { splitPieces } from './split-pieces.ts'

const lead = '^(?:(?:um+|uh+|er+|oh|well|so|okay|ok|sorry|hm+|and) )*'

const yes = new RegExp(
  `${lead}(?:yes|yeah|yep|yup|sure|right|correct|exactly|precisely|indeed|absolutely|of course|that's (?:right|it|correct|what i (?:said|meant))|that is (?:right|correct|what i (?:said|meant))|i did|uh[ -]huh|mm+[ -]?hm+)\\b`,
)

const no = new RegExp(
  `${lead}(?:no|nope|nah|not (?:quite|really|that|exactly)|wrong|i (?:didn't|did not)|that's (?:not|wrong)|that is (?:not|wrong))\\b`,
)

const saying =
  /^(?:i (?:said|meant|mean|say)|it's|it is|it was|that was|the word (?:is|was)|as in)\s+(?:that\s+)?/

/** What a turn says to "Did you say ...?": whether the term was said, or something else. The term said again is a yes. */
export function readConfirmation(text: string, term: string): 'said' | 'not-said' | 'else' {
  const pieces = splitPieces(text)
  const first = pieces.find(({ whole, core }) => core !== '' || yes.test(whole) || no.test(whole))
  if (!first) return 'else'
  if (no.test(first.whole)) return 'not-said'
  if (yes.test(first.whole)) return 'said'
  const isTerm = ({ core }: { core: string }) => soundsLike(core.replace(saying, ''), term)
  return isTerm(first) || soundsLike(text, term) ? 'said' : 'else'
}
