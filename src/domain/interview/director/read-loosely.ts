import type { RequestKind } from './intent.ts'

/** Longest turn, in words, that is read loosely: in a longer one the words of a request mean other things. */
const LOOSE_WORDS = 14

const end = '[.?!\\s]*$'
const within = (characters: number) => `[^.?!]{0,${characters}}`
const loose = (...patterns: string[]) => new RegExp(patterns.join('|'))

/** What gives a request away wherever it stands in a short turn, the graver first. */
const cues: { kind: RequestKind; cue: RegExp }[] = [
  { kind: 'stop', cue: loose(`\\b(?:end|stop|finish|quit|leave) (?:the|this|our) interview\\b`) },
  {
    kind: 'time-left',
    cue: loose(
      `^\\W*how many minutes (?:remain|are left|left)\\b|^\\W*what(?:'s| is) the (?:remaining time|time remaining|time left)\\b|\\bare we\\b${within(12)}\\b(?:out of|short on|over) time${end}`,
      `\\bhow much (?:more )?time\\b${within(20)}\\b(?:left|remaining)${end}`,
      `\\b(?:much|enough|any) time (?:left|remaining)${end}`,
      `\\bhow long (?:have|do) we(?: have| got| still have)*(?: left)?${end}`,
      `^\\W*when (?:does|will|is) (?:this|it|the interview) (?:end|over|finish|finished)${end}`,
      `\\bthe time (?:looking|doing)\\b`,
    ),
  },
  {
    kind: 'back',
    cue: loose(
      `\\b(?:go|come|get|jump|step) back (?:one|a) question\\b`,
      `\\b(?:revisit|return to|back to)\\b${within(20)}\\b(?:question|answer|snippet|scenario)${end}`,
      `\\b(?:change|add to|correct|fix|redo|extend)\\b${within(12)}\\bmy (?:last|previous|earlier|first) answer\\b`,
    ),
  },
  {
    kind: 'skip',
    cue: loose(
      `\\bcan we skip ahead\\b`,
      `\\bdon't want to (?:do|answer|talk about) (?:this|that)(?: one| question)?\\b`,
      `\\b(?:let's|can we|could we|may we|please|i'd rather|i'd like to|i want to) (?:just )?(?:skip|pass on|leave) (?:it|this|that|(?:this|that|the) (?:one|question))(?: please| out)?${end}`,
      `\\b(?:can|could|may) (?:we|i|you)\\b${within(20)}\\b(?:next|another|a different|some other) (?:question|topic)\\b`,
      `\\bnext(?: one| question)?,? please${end}`,
    ),
  },
  {
    kind: 'rephrase',
    cue: loose(
      `^\\W*what does (?:that|this|it) mean${end}|\\bexplain what you (?:want|mean|need|expect)\\b`,
      `\\bnot sure i (?:understand|follow|get)\\b${within(16)}${end}|\\bin (?:simpler|plainer|easier|other) (?:terms|words)${end}`,
      `\\bi(?:'m| am) not (?:quite |really |sure i'm )?following\\b(?: you)?${end}`,
      `\\b(?:don't|do not|can't|didn't) (?:quite |really |fully )?(?:follow|understand|get) (?:you|(?:the|this|that|your) question|what you)\\b`,
      `\\bwhat(?:'s| is| was) the question\\b`,
      `\\b(?:can|could|would) you (?:please |perhaps )?(?:clarify|rephrase|reword|explain|be|make)\\b${within(30)}\\b(?:question|asking|mean|specific|clearer|concrete|plainer)\\b`,
      `^\\W*(?:how|what) do you mean\\b`,
    ),
  },
  {
    kind: 'repeat',
    cue: loose(
      `\\bsorry\\b${within(12)}\\bagain${end}|\\byou(?:'re| are) (?:breaking up|cutting out)\\b`,
      `\\bwhat were you (?:asking|saying)\\b|\\b(?:you repeat|repeat,? please)${end}`,
      `\\b(?:repeat|repeating|reread|hear)\\b${within(14)}\\bquestion\\b|\\bthe question again\\b`,
      `\\b(?:can|could|would|will|mind|please)\\b${within(16)}\\b(?:say|saying|ask|asking|tell|telling|read|reading)\\b${within(14)}\\b(?:again|once more|one more time)${end}`,
      `\\bwhat (?:did|was it|is it) (?:that )?you (?:just )?(?:say|said|ask|asked)\\b`,
      `\\b(?:missed|didn't catch|didn't hear|did not catch|did not hear) (?:what you|the question|your question)\\b`,
    ),
  },
  {
    kind: 'ask-answer',
    cue: loose(
      `\\bi (?:just )?(?:want|need) to know the (?:right |correct )?(?:answer|solution)\\b`,
      `\\bgive (?:it|that|the answer) away${end}`,
      `(?:^\\W*|\\b(?:please|just|on|can you|could you|would you|will you|don't you),? )(?:please |just )?(?:tell|give|show) (?:me|us)\\b${within(30)}\\b(?:answer|solution|bug|fix|wrong)\\b`,
      `\\b(?:can|could|may) i (?:just |please )?(?:have|get|see|hear) the (?:right |correct )?(?:answer|solution|fix)\\b`,
      `\\bshould i have (?:said|answered)\\b|\\bwhat did you want (?:me )?to (?:hear|say)\\b`,
    ),
  },
  {
    kind: 'ask-verdict',
    cue: loose(
      `^\\W*(?:is|was) (?:that|this|it|my answer) (?:the )?(?:correct|right)(?: answer| one)?${end}`,
    ),
  },
  {
    kind: 'hint',
    cue: loose(
      `^\\W*where do i (?:even )?(?:start|begin)\\b`,
      `\\b(?:i|me|we)\\b${within(12)}\\b(?:some|a little|a bit of|any) help(?: please| here| with (?:this|that))?${end}`,
      `\\b(?:have|get|give|need|want|use|appreciate|like|take|offer)\\b${within(20)}\\b(?:hint|clue|tip|pointer)s?(?: for me| please| here)?${end}`,
      `\\b(?:help|point|push|steer) me\\b${within(24)}\\b(?:start|started|at something|somewhere|along|direction|out)${end}`,
    ),
  },
  {
    kind: 'check-in',
    cue: loose(
      `\\b(?:is|are) (?:anyone|anybody|somebody|someone) (?:still )?(?:there|here|listening)${end}`,
      `\\byou still (?:there|here|with me|listening)${end}`,
    ),
  },
  {
    kind: 'about-us',
    cue: loose(
      `^\\W*what company is (?:this|that|it)${end}`,
      `\\b(?:is|are) (?:there|you|this)\\b${within(8)}\\b(?:real|actual) (?:person|human)\\b`,
      `\\b(?:would|will|do) i (?:earn|make|get paid)\\b|\\bwho (?:built|made|wrote|trained) you\\b`,
    ),
  },
  {
    kind: 'about-format',
    cue: loose(
      `\\b(?:do|should) i (?:have|need) to code\\b|\\bshould i (?:type|write) (?:my|the|an) answer\\b`,
      `\\b(?:want|expect|need|like) me to (?:write|type|code|run|share|draw)\\b`,
      `\\b(?:am i allowed to|can i|may i|should i) (?:google|search|look (?:it|that|this|things) up|share my screen)\\b`,
    ),
  },
  {
    kind: 'think',
    cue: loose(
      `\\b(?:give me|i need|i'll need|let me have|i'd like) (?:some|a little|a bit of|a bit|two|three|five|ten|a few|a couple of|another|a|one)? ?(?:more )?(?:time|minutes?|seconds?|moment)(?: (?:to|for|with) ${within(24)})?${end}`,
      `^\\W*(?:i'm |i am )?(?:just |still )?(?:thinking|reading)(?: (?:it|this|that|about it|through it))?${end}`,
      `^\\W*let me (?:just )?(?:read|think|look|go) (?:it |this |that )?(?:through|over|about)\\b${within(20)}${end}`,
      `^\\W*(?:hm+|um+|uh+|ok|okay|sorry|wait)?\\W*(?:hang|hold) on${end}`,
    ),
  },
  {
    kind: 'dont-know',
    cue: loose(
      `^\\W*that(?:'s| is) new to me\\b|\\bi(?:'d| would)? (?:need|have) to (?:look it up|read up)\\b`,
      `\\b(?:don't|do not) have (?:an|any) answer\\b|^\\W*i'm clueless\\b`,
      `\\bi(?:'m afraid i)? (?:really |honestly )?(?:don't|do not) (?:really |actually |think i )?know(?: (?:that|this|it))?(?: one)?${end}`,
      `\\b(?:can't|cannot) say (?:that )?i know\\b|\\bnot something (?:that )?i(?:'d)? know\\b`,
      `(?:^\\W*(?:honestly|sorry|really)?\\W*|\\bi(?:'ve| have|'m| got)?\\b[^.?!]{0,24}\\b)(?:the slightest|the faintest|no) (?:idea|clue|answer)(?: (?:to|for|on|about) (?:this|that|it)(?: one)?)?${end}`,
      `\\bi'm (?:completely |totally )?lost (?:on|with) (?:this|that)\\b`,
    ),
  },
  {
    kind: 'done',
    cue: loose(
      `^\\W*(?:i think )?that covers it${end}|^\\W*that(?:'s| is) what i(?:'d| would) say${end}|^\\W*no more from me${end}`,
      `^\\W*(?:so )?that(?:'s| is) my answer${end}|\\bnothing (?:else|more) comes to mind\\b|\\bleave it (?:there|at that)${end}`,
      `\\b(?:can't|cannot|don't) (?:think of|have) (?:anything|something) (?:else|more)\\b`,
      `\\b(?:have|got) nothing (?:else|more)\\b`,
      `^\\W*(?:yeah|yes|so|okay|ok|well)?\\W*that(?:'s| is|'d be| would be) (?:about |pretty much )?(?:it|all|everything)${end}`,
    ),
  },
]

/** The request that the words of a short turn give away, though nothing of it fits one to the last word. */
export function readLoosely(text: string): RequestKind | undefined {
  const plain = text.toLowerCase().replaceAll('’', "'").trim()
  if (plain.split(/\s+/).length > LOOSE_WORDS) return undefined
  return cues.find(({ cue }) => cue.test(plain))?.kind
}
