import type { Token } from './split-tokens.ts'

/** Negators that reach over the next few words. */
const near = /^(?:not|no|never|nothing|nobody|none|neither|nor|without|cannot|\p{L}+n't)$/u

/** Tokens a near negator reaches. */
const REACH = 5

/** Negators that reach to the end of their clause: what the speaker would not do. */
const far = [
  /\b(?:i|we|you)(?:'d| would)? (?:wouldn't|not|never|won't|shouldn't|don't want to|don't need to|needn't)\b/,
  /\b(?:no need|no reason|not necessary|unnecessary|don't have to|doesn't have to|doesn't need to|rather than|instead of)\b/,
  /\bi (?:don't|do not|didn't) (?:think|believe|expect)\b/,
]

/** Denies that what its clause says can be, subject and all. */
const denial =
  /\b(?:can't (?:both|ever|possibly|happen|overlap)|can (?:both )?never|could never|never (?:both|happens?|overlaps?|happened)|(?:there is|there's) no way|i (?:don't|do not|can't|cannot) see (?:any|an|a|how)|(?:is|it's) (?:impossible|not possible))\b/

/** Says that something is no problem. */
const dismissal =
  /\b(?:(?:not|isn't|wasn't|aren't|never) (?:really |actually |much of )?(?:a|an|any|the|my|our)? ?(?:real |big |main )?(?:problem|issue|bug|concern|risk|worry)|(?:isn't|is not|not) (?:wrong|broken|dangerous)|no (?:real )?(?:problem|issue|risk|harm|bug|race)\b(?! if)|(?:wouldn't|not|don't) worr(?:y|ied)|doesn't matter|can't happen|cannot happen|won't happen|never happens|(?:that|this|it|which|line|part|check)(?:'s| is| looks| seems) (?:totally |perfectly |just |all |actually |absolutely |already )?(?:fine|ok|okay|correct|right|harmless|good|safe)(?! to)|(?<!everything )(?:is|are|seems|looks) (?:totally |perfectly |actually )?(?:safe|fine|harmless|okay|ok)\b(?! to| if| only))\b/

/** Says that something is as it should be. */
const praise =
  /\b(?:(?<!(?:not|n't|don't think) )(?:i (?:really )?(?:like|love) (?:how|that|the way)|(?:it's|that's|it is|that is) (?:good|great|nice) (?:that|how)\b)|nothing (?:is )?wrong with|(?:that|this|which|it)(?:'s| is) (?:exactly |just )?(?:what (?:you|we|i|they) (?:want|need)|how it should be|as it should be|the right (?:way|thing|call|choice))|(?:works|done|handled|handles) (?:nicely|perfectly|beautifully|just fine))\b/

/** Opens a praise or a dismissal that goes on over the clauses after it. */
const opener =
  /\b(?:nothing (?:is )?wrong with|no (?:problem|issue) with|i (?:really )?(?:like|love) (?:how|that|the way)|(?:it's|that's) (?:good|great|nice) (?:that|how))\b/

/** Turns away from what was said before. */
const turn = /^(?:but|except|however|though|although|only|still|yet)\b/

/** Says of all that came before it in the sentence that it is no problem. */
const conclusion =
  /\b(?:so|hence|therefore|which is why|and) (?:that|this|it|all that|all of that|everything)(?:'s| is| are|'re| looks) (?:totally |perfectly |just |all |actually |absolutely |already )?(?:fine|ok|okay|correct|right|harmless|good|safe|great|solid|how it should be|as it should be)(?! to| if| only)\b/

/**
 * Marks which tokens of a clause are negated: "I wouldn't batch those calls" negates to its end, "isn't
 * idempotent" the next few words.
 */
export function markNegated(tokens: readonly Token[]): boolean[] {
  const marks = tokens.map(() => false)
  const words = tokens.map(({ word }) => word)
  const text = toText(tokens)
  for (const pattern of far) {
    const match = pattern.exec(text)
    if (match) marks.fill(true, text.slice(0, match.index).split(' ').length - 1)
  }
  if (denial.test(text)) marks.fill(true)
  for (const [index, word] of words.entries()) {
    if (near.test(word)) marks.fill(true, index, index + REACH + 1)
  }
  return marks
}

/** Whether a clause says that something is no problem or praises it: "that's fine", "not an issue", "I like how". */
export function isDismissal(tokens: readonly Token[]): boolean {
  const text = toText(tokens)
  return dismissal.test(text) || praise.test(text)
}

/** Whether what a clause praises or dismisses goes on in the clause after it. */
export function isDismissedByBefore(tokens: readonly Token[], before: readonly Token[]): boolean {
  return opener.test(toText(before)) && !turn.test(toText(tokens))
}

/** Whether a clause concludes that all its sentence said is fine: "..., so that's fine". */
export function isConclusion(tokens: readonly Token[]): boolean {
  return conclusion.test(toText(tokens))
}

/** Whether a dismissal means what was said just before it: "but that's not a problem". */
export function isDismissalOfBefore(tokens: readonly Token[]): boolean {
  return isDismissal(tokens) && /^(?:but |and |so |though |well )*(?:that|this|which)\b/.test(toText(tokens))
}

function toText(tokens: readonly Token[]): string {
  return tokens.map(({ word }) => word).join(' ')
}
