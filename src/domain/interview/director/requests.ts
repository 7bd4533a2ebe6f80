import type { RequestKind } from './intent.ts'

/** The ways to say one request: `core` fits a piece to its last word. */
export interface Request {
  kind: RequestKind
  core: RegExp
}

const question = '(?:the |that |this |your |last |same )*(?:question|one|bit|part|prompt)'
const it = `(?:it|that|this|${question})`
/** "He" and "couldn't" are what a recogniser makes of a "you" that is swallowed. */
const ask =
  "(?:(?:can|can't|could|couldn't|would|wouldn't|will|won't|may|might) (?:you|we|i|he)(?: (?:please|just|maybe|possibly|perhaps|not))*|let's|lets|let us|please|i'd like (?:you )?to|i would like (?:you )?to|i'd love (?:you )?to|i want (?:you )?to|i'd rather|i would rather|i'd prefer to|i need to|i have to|i've got to|i gotta|i need you to|do you mind if (?:we|i)|shall we|why don't (?:we|you)|is it (?:ok|okay|fine|possible) (?:if (?:we|i)|to))"
const said = `(?:${ask} )?`
const moment =
  '(?:a |one |two |three |five |another |just |some |a little |a bit of |a couple of |a few |more |the )*(?:sec|secs|second|seconds|moment|moments|minute|minutes|time|bit)'
const place =
  '(?:(?:the|your|that|this|our|my|very|first|second|last|previous|earlier|other|prior|initial|webhook|code|coding|design|background|scenario|warm-up) )*(?:question|questions|one|snippet|code|scenario|topic|part|section|file|problem|example|thing)'

const only = (...patterns: string[]) => new RegExp(`^(?:${patterns.join('|')})$`)

/**
 * In the order tried, the graver and the more telling first. Each has to fit a whole piece of the turn, so that
 * "hold on" is a request and "hold on to the lock" is not.
 */
export const requests: Request[] = [
  {
    kind: 'stop',
    core: only(
      `${said}(?:stop|end|quit|finish|leave|terminate|abort|close|wrap up) (?:the |this |our )?(?:whole )?(?:interview|screening|phone screen)(?: (?:early|now|here|at this point|right here|right now))?`,
      `${ask} (?:stop|end|quit|finish|wrap up|wrap it up|wrap this up|end it|finish up|end this|stop this|end the session|end the call|stop the session|hang up)(?: (?:early|now|here|there|at this point))?`,
      `i(?: really)? (?:need to|have to|must|'ve got to|gotta|got to) (?:leave|go|run|drop off|drop|hang up|jump off)(?: (?:early|now|soon))?`,
      `i've got to (?:leave|go|run|drop off)(?: now)?|stop|quit`,
      `i(?: really)? (?:need to|have to|must|should|'d better|better) (?:dash|head (?:out|off)|be off|get going|get off)(?: (?:early|now|soon))?`,
      `(?:goodbye|good bye|bye|bye bye|see you|see ya|farewell|take care)(?: (?:then|now|all|everyone|for now|later|next time))?`,
      `(?:let's |lets )?call it a day|that's enough(?: for (?:today|now|me))?`,
      `i'm (?:done with|ending|leaving|quitting|stopping) (?:the|this|our) (?:interview|call|session)(?: (?:here|now))?`,
      `i'm leaving(?: now)?`,
      `i'm (?:going to|gonna) (?:stop|leave|quit|hang up|end (?:it|this))(?: (?:here|now))?`,
      `i (?:don't|do not) want to (?:continue|do this)(?: any ?more)?`,
    ),
  },
  {
    kind: 'time-left',
    core: only(
      `(?:do you know |tell me |can you tell me )?(?:how much|how many minutes|how long)(?: (?:more )?time)?(?: more)? (?:is left|are left|do we have(?: left)?|have we got(?: left)?|do i have(?: left)?|have i got(?: left)?|is there left|remains|left|longer is this|will this take|does this take|is this)(?: (?:on the clock|to go))?`,
      `how much longer(?: (?:is|will|do|does|this|it|that|we|i|have|going|to|go|on|be|take))*`,
      `(?:how much (?:more )?time|how many (?:more )?minutes|what time)(?: (?:is|are|do|have|will|we|i|there|still|now|more))* (?:left|remaining|have|got|to go)(?: left)?`,
      `how long (?:is|will) (?:this|it|the interview)(?: (?:going to|gonna|still))? (?:take|last|be|go on)`,
      `how(?:'s| is) (?:the |our |my )?time(?: looking| going)?`,
      `(?:are we|am i) (?:running )?(?:out of|short (?:of|on)|low on|over) time`,
      `how many minutes (?:are )?(?:left|remaining)|time check`,
      `(?:what's|what is) the time(?: left)?|what time is it`,
      `(?:how are we|how am i|how're we)(?: doing)? (?:on|for|with) time`,
      `do (?:we|i) (?:still )?have (?:any |enough |some |more )*time(?: (?:left|for more|for that|for this))?`,
      `are we (?:nearly|almost|about) done|how far (?:along )?are we`,
    ),
  },
  {
    kind: 'back',
    core: only(
      `${said}(?:(?:go|come|jump|get|circle|move|switch|look) back|return) to (?:${place}|what you asked (?:before|earlier|first)|what we (?:had|talked about|discussed) (?:before|earlier|first)|where we were before)(?: (?:before(?: this(?: one)?| that(?: one)?)?|again|from before|you asked(?: before)?))?`,
      `${said}(?:go|come|jump|get|move|switch|look) to (?:(?:the|your|that|this|my) )*(?:first|last|previous|earlier|other|prior|initial) (?:question|one|snippet|code|scenario|topic|part|section|file|problem|example)`,
      `(?:let me|i'll) (?:go|come|get) back to (?:the|that|your|my) (?:previous|last|earlier|first|other) (?:question|one|snippet|scenario|answer)`,
      `${said}go back`,
      `${said}(?:revisit|redo|reopen|return to) ${place}(?: (?:before|again|from before))?`,
      `(?:back to )?(?:the )?previous (?:question|snippet|one)`,
      `${said}(?:add|change|say|correct|fix) (?:something|one thing|a thing|my answer) (?:to|on|about|in|for) (?:${place}|my (?:previous|last|earlier|first) answer)`,
    ),
  },
  {
    kind: 'skip',
    core: only(
      `${said}(?:skip|pass on) (?:${it}|${place})|skip|pass|next|next up`,
      `(?:the )?next (?:question|one|topic|snippet)`,
      `${said}(?:do|have|take|get|hear|try) (?:the next|another) (?:one|question)`,
      `${said}(?:go|move|jump) (?:on )?to the next (?:one|question|topic|snippet)`,
      `${said}(?:go|move|jump|get|switch|turn|come) (?:on |over |straight )?to (?:the |some )?(?:code|coding|snippets?|scenarios?|design|debugging|next (?:part|section|bit))(?: (?:part|section|question|one|bit))?(?: (?:then|now|already))?`,
      `${ask} (?:leave|drop) ${it}(?: and (?:go on|move on|continue))?`,
      `${ask} (?:skip|pass|move on|move along|go on|continue)(?: (?:to|with) (?:the |something )?(?:next|else|another)(?: (?:one|question|topic|snippet))?)?`,
      `move on|moving on|go on to the next(?: (?:one|question))?|(?:we|you) can skip ${it}`,
      `i'll (?:skip|pass)(?: (?:on )?${it})?`,
      `i (?:will|would|'d) (?:skip|pass on) (?:this|that) (?:one|question)`,
    ),
  },
  {
    kind: 'rephrase',
    core: only(
      `${said}(?:rephrase|reword|simplify|clarify|explain|elaborate on)(?: (?:on )?(?:${it}|what you (?:mean|want|expect|need|are asking|'re asking|are after|'re after|are looking for)(?: (?:by (?:it|that)|from me|me to (?:do|say)|here|for))?))?(?: (?:a bit|differently|again|further|more))?`,
      `${said}(?:say|put|ask|word|phrase|explain|frame) (?:me )?${it} (?:differently|(?:in )?another way|a different way|in a different way|in other words|in simpler words|more simply)`,
      `(?:i )?(?:don't|do not|didn't|did not|can't|cannot) (?:quite |really |fully )?(?:understand|get|follow|see)(?: (?:it|that|this|you|${question}|what you(?: mean| want| are asking|'re asking| want from me)|what (?:the question|this) (?:is|means|is asking)))?`,
      `(?:i'm )?not (?:quite |really |entirely )?(?:sure|clear|following)(?: i)? (?:follow|understand|get it|you|what you(?: mean| want| are asking|'re asking|'re after| are after)|what (?:the question|this|that) (?:is|means|is asking))`,
      `(?:${it} )?(?:makes no |doesn't make (?:any )?|does not make (?:any )?)sense(?: to me)?`,
      `${said}make ${it} (?:a bit |a little |a lot |more )*(?:clearer|clear|simpler|simple|plainer)`,
      `i'm (?:a bit |a little )?(?:confused|lost)|what do you mean (?:by|with) .{1,40}`,
      `what counts as .{1,40}`,
      `what(?! did you want) (?:exactly |do you |are you |did you )*(?:mean|asking|looking for|after|getting at|want)(?: (?:by that|me|by this|here|from me|exactly|me to do|me to say|to hear|to know))?`,
    ),
  },
  {
    kind: 'read-code',
    core: only(
      `${said}(?:read|go through|read out) (?:(?:this|these|those|that|the)(?: (?:code|lines|line|part|function|snippet|block|section|piece))?|them|it to me|it aloud|it out loud|code|lines|some lines|the code to me|these to me)(?: (?:aloud|out loud|out))?`,
      `read lines|read`,
    ),
  },
  {
    kind: 'repeat',
    core: only(
      `${said}(?:repeat|reread|read|hear|have|get)(?: me)? (?:it|question|the question|your question|the last question|this question|that question|the last part|what you said)(?: (?:again|once more|one more time|out loud|aloud|slowly|slower|more slowly|please))*`,
      `repeat|repeat that|${ask} repeat (?:that|this)`,
      `${said}(?:say|ask|tell me) ${it} (?:again|once more|one more time|over)`,
      `${said}(?:run|go) (?:that|it|the question) by me(?: (?:again|once more|one more time))?`,
      `say again|come again|again|once more|one more time`,
      `${said}go over (?:that|it|the question) again`,
      `${ask} (?:go|speak|talk|say it|say that) (?:a bit |a little |more |bit )*(?:slower|slowly|louder|faster|up)`,
      `(?:i )?(?:didn't|did not|couldn't|could not|can't|don't) (?:quite |really )?(?:catch|hear)(?: (?:it|that|you|the question|what you said|the last (?:part|bit)|all of (?:it|that)))?(?: (?:well|properly|at all|very well))?`,
      `i missed (?:it|that|the question|the last (?:part|bit)|what you said)|what|huh`,
      `pardon(?: me)?|excuse me`,
      `what was (?:that|it|the question|your question|the last part|the question again|that again|that last (?:bit|part))`,
      `what (?:was|is) it (?:that )?you (?:want|wanted|ask|asked|said)(?: (?:to know|to hear|me to do))?`,
      `what did you (?:just )?(?:say|ask)|what's the question(?: again)?`,
      `(?:you|it|the audio|the sound|your voice) (?:cut|dropped|broke|froze)(?: (?:out|up|off))?(?: (?:there|for (?:a |one )?(?:sec|second|moment|bit)))*`,
      `i lost you(?: (?:there|for (?:a |one )?(?:sec|second|moment|bit)))*`,
    ),
  },
  {
    kind: 'hint',
    core: only(
      `(?:${ask} )?(?:have|get|give me|offer(?: me)?|provide|share|spare(?: me)?|take|use|i'll take|i need|need|want)? ?(?:a|any|another|some|one more|the|one|next|small|little| )*(?:hint|clue|nudge|pointer)s?(?: (?:(?:on|for|about) (?:this|that|it)(?: one)?|here|maybe))?`,
      `(?:a|any|another|some|one) (?:little |small |tiny )*(?:hint|clue|nudge|pointer)s? would (?:help|be .{2,20})`,
      `(?:${ask} )?give me (?:something|anything) to (?:go on|go by|work with|start (?:from|with))`,
      `${said}(?:nudge|guide|steer) me(?: (?:a bit|a little|along|here|(?:in|to) the right direction))?`,
      `(?:do you have|have you got|is there|are there|any chance of|can i have|could i have|may i have|i'd like|i would like) (?:a|any|another|some|one more) (?:hint|clue|nudge|pointer)s?`,
      `i'm (?:really |a bit |completely |totally |kind of |pretty )*stuck(?: (?:here|on this|on that))?`,
      `i am (?:really |a bit |completely )*stuck|help me out(?: (?:here|a bit|with this))?`,
      `${said}(?:help|help me|help me out|help me (?:a bit|a little|here|with this)|point me (?:in|to) the right (?:direction|place)|point me somewhere)`,
      `help|where (?:should|would|do) i (?:look|start|begin)`,
      `i (?:could|would) (?:use|need|like) (?:some|a bit of|a little) help(?: with (?:this|that))?`,
      `i (?:could|can) use (?:some|a) (?:help|hint)`,
      `(?:${ask} )?(?:have|get|give me|offer(?: me)?|i need|need|want) (?:a |some |any |a bit of |a little |a little bit of |just |more )*(?:help|guidance|support)(?: (?:with (?:this|that|it)|here))?`,
    ),
  },
  {
    kind: 'ask-answer',
    core: only(
      `${said}(?:just )?(?:give|tell|show|say|reveal|read) (?:me |us )?(?:what )?(?:the |a |your |right |correct |ideal |model |whole )*(?:answer|answers|answer key|solution|bug|bugs|fix|issue)(?: is| are)?(?: and .{1,50})?`,
      `${said}(?:just )?tell (?:me|us) (?:what(?:'s| is) wrong(?: .{1,20})?|(?:what|how) (?:you would|you'd|to|i should) (?:say|do|fix|solve|answer|change)(?: .{1,20})?)`,
      `(?:just |only )?the (?:right |correct )?(?:answer|solution)|what is it`,
      `(?:what|where|which)(?:'s| is| are| was) (?:the |your |right |correct |ideal |model |actual |main |biggest |real )*(?:answer|answers|solution|bug|bugs|fix|issue|issues|problem)`,
      `what(?:'s| is) wrong(?: (?:with (?:it|this|the code)|here))?`,
      `(?:what|how) would (?:you|a senior|a good candidate) (?:say|do|answer|fix it|have said|answer that|do it)`,
    ),
  },
  {
    kind: 'ask-verdict',
    core: only(
      `(?:is|was|were|are) (?:that|this|it|i|my answer|any of that|those) (?:right|correct|ok|okay|good|wrong|fine|enough|good enough|all right|alright|on track|on the right track|close|anywhere close|a good answer|the right answer|the answer|what you (?:wanted|were looking for|meant|expected|want|are looking for|had in mind|were after)(?: to (?:hear|know))?)(?: (?:so far|or not))?`,
      `am i (?:right|correct|wrong|close|on track|on the right track|making sense|doing (?:ok|okay|well|fine|good)|missing (?:something|anything))(?: (?:so far|here))?`,
      `am i passing|will i pass|how was (?:that|my) answer`,
      `would you say (?:that|this|it|that's|it's)(?: is)? (?:right|correct|true|enough|good enough)`,
      `did i (?:pass|get (?:it|that|this|there|it right|that right|them all)|miss (?:something|anything)|do (?:ok|okay|well|fine|good)|answer (?:it|that|your question|the question|correctly))(?: (?:right|so far))?`,
      `right`,
      `how (?:am i|did i|was i|i'm|was that)(?: (?:do|doing|done|going))?(?: so far)?|how (?:is it|is that|is this)(?: going)?(?: so far)?`,
      `(?:does|did) (?:that|this|it) (?:make (?:any )?sense|answer (?:it|that|your question|the question)|help)`,
      `do(?:es)? (?:that|this) count`,
      `(?:is|was) there (?:anything|something) (?:else )?(?:i|that i) (?:missed|have missed|forgot|left out)`,
      `what did i miss|what(?:'s| is) my score`,
      `how many (?:bugs )?(?:did i find|have i found|are there|are left)|any feedback`,
      `(?:is|could|might|isn't|are|could) (?:this|that|it|these|line \\d+)(?: be)?(?: really)? (?:a|the|an) (?:problem|bug|issue|mistake|risk|error)`,
      `${ask} (?:confirm|tell me|say) (?:if |whether |that )?(?:that's|that is|this is|it's|i'm|i am) .{1,30}`,
    ),
  },
  {
    kind: 'about-us',
    core: only(
      `(?:are|r) you (?:actually |really |just )?(?:an? )?(?:real |actual |live )?(?:robot|bot|human|person|machine|computer|program|ai|a i|chatgpt|chat gpt|gpt|claude|gemini|llm|language model|real|alive|recording this|recording)(?: (?:being|person))?`,
      `am i (?:talking|speaking) (?:to|with) .{1,30}`,
      `who (?:are you|am i (?:talking|speaking) to|made you|built you)|what are you`,
      `what(?:'s| is) your name|how are you(?: doing)?(?: today)?`,
      `(?:what|how)(?:'s| is| was| about)? (?:the )?(?:weather|salary|pay|compensation|benefits|vacation|holidays|equity|dress code|culture|office|team size)(?: .{1,40})?`,
      `(?:how much|what) (?:does|do|would|will) (?:it|this|they|the job|the role|the position|the company|you) pay(?: .{1,20})?`,
      `how (?:big|large) is the team|how many people (?:are|work) (?:on|in) (?:the|your) (?:team|company)`,
      `(?:is|can) (?:this|the|it) (?:role|job|position)? ?(?:be )?remote(?: .{1,20})?`,
      `tell me a joke|do you (?:like|enjoy|live|feel|eat|sleep|love)\\b.{0,40}`,
    ),
  },
  {
    kind: 'about-format',
    core: only(
      `(?:do|should|must|shall|can|may) i (?:need to |have to |actually )?(?:write|type|code|run|draw|share)(?: (?:any|some|the|actual|real|it|my))*(?: (?:code|it|test|tests|a test|the fix|down|something|anything|diagram|screen))*`,
      `am i (?:supposed|expected|meant|allowed) to (?:write|type|code|run)(?: .{1,20})?`,
      `(?:is this|will there be) (?:any )?(?:live )?coding`,
    ),
  },
  {
    kind: 'check-in',
    core: only(
      `(?:are you|you) (?:still )?(?:there|here|with me|listening)`,
      `can you (?:still )?hear me(?: (?:okay|ok|now|well))?|hello|hi|hey|hello hello|(?:is )?(?:anyone|anybody|someone|somebody) (?:still )?(?:there|here|listening)`,
      `is (?:this|it|the mic|my mic|my microphone) (?:still )?(?:on|working|running|connected)`,
      `(?:you've|you have|it's|it has) gone quiet|(?:you|it) went quiet`,
    ),
  },
  {
    kind: 'think',
    core: only(
      `(?:let me|lemme|i'll|i will|i'm going to|gonna|i (?:need|have) to|i've got to|i want to|i'd like to|(?:can|could|may) i(?: just)?) (?:just |quickly |first )*(?:think|read|look|see|have a look|take a look|go through|gather my thoughts|collect my thoughts|think out loud|write .{1,20} down)(?: (?:about|through|over|at|for|on|out loud|it|that|this|the code|a|an|the|bit|moment|minute|minutes|second|sec|again|first|once|more|all|of|carefully|them))*`,
      `(?:${ask} )?(?:give|gimme|need|want|have|take|wait|i need|i want|i'll need|i'll take|i just need|just give me)? ?(?:me )?${moment}(?: (?:to|for) (?:think|read|look|me|this|that|it|the code|process|.{1,24}))?`,
      `hold on(?: ${moment})?|hang on(?: ${moment})?|wait|wait up|bear with me(?: (?:for )?${moment})?`,
      `(?:i'll )?be right back|(?:i'll be )?back in (?:a|one) (?:sec|second|moment|minute)|brb`,
      `i (?:need|have) to get (?:the door|that|this|some water)|one (?:sec|second|moment|minute)`,
      `just (?:a|one) (?:sec|second|moment|minute)`,
      `(?:i'm |i am |still )*(?:reading|thinking)(?: (?:it|about it|through it|about that|the code))*`,
      `let's see|let me see|good question|that's a good question|interesting|interesting question`,
    ),
  },
  {
    kind: 'dont-know',
    core: only(
      `(?:i )?(?:really |honestly |just |actually )*(?:don't|do not|wouldn't|would not|dunno|don't really|wouldn't really) ?(?:really |honestly |actually )*know(?: (?:it|that|this|this one|that one|the answer|about (?:this|that|it)|(?:this|that) (?:one|area|part)|what to (?:say|do)|how(?: .{1,30})?|much about .{1,30}|anything about .{1,30}))?`,
      `(?:i )?dunno`,
      `i(?:'ve| have)? ?(?:have|got)? (?:absolutely |really )?(?:no|zero) (?:idea|clue|answer|experience)(?: .{1,30})?`,
      `i(?:'ve| have)(?: got)? nothing(?: (?:here|(?:on|for) (?:this|that|it)(?: one)?))?`,
      `(?:absolutely |really )?(?:no|zero|not an?|not the (?:faintest|slightest)) (?:idea|clue)(?: (?:about|on) .{1,30})?`,
      `not (?:really |totally |entirely |so )?sure(?: (?:about (?:this|that|it)(?: one)?|how to (?:answer|say it)|on this one|of that))?`,
      `i'm not (?:really |totally |entirely |so )?sure(?: (?:about (?:this|that|it)(?: one)?|how to (?:answer|say it)|on this one|of that))?`,
      `beats me|hard to say|(?:i'd|i would) (?:just |only )?be guessing|(?:you've|you have|you) got me(?: there)?`,
      `(?:i )?(?:really |honestly )*(?:could not|couldn't|cannot) (?:really )?(?:tell|say|answer)(?: you)?(?: (?:that|this|it)(?: one)?)?`,
      `i (?:wouldn't|would not|don't|do not) (?:even )?know (?:where|how) to (?:begin|start)`,
      `(?:that|this)(?:'s| is| one is| one's)? (?:way )?(?:(?:beyond|over) (?:me|my head)|outside (?:of )?(?:my (?:area|field|experience|knowledge)|what i(?:'ve| have)? .{2,20}))`,
      `(?:i )?can't (?:think of (?:any|anything|one|it)|say|answer (?:that|this|it)(?: one)?|remember|tell)`,
      `i (?:don't|do not) (?:remember|recall)(?: .{1,20})?`,
      `(?:i(?:'ve| have)? ?)?never (?:really |even )?(?:done|seen|used|had|touched|worked with|worked on|heard of|had to deal with|dealt with|come across|came across|run into|ran into)(?: .{1,30})?`,
      `(?:i'd|i would) have to (?:look (?:it|that|this) up|check|google (?:it|that)|read up on (?:it|that))`,
      `i (?:have|'ve) no experience(?: .{1,30})?|it depends(?: on .{1,40})?|i give up`,
      `nothing comes to mind|my (?:mind|head) (?:is|has gone|went|just went) (?:completely |totally |all )?(?:blank|empty)`,
      `i'm blanking|i'm drawing a (?:complete |total )?blank|idk`,
    ),
  },
  {
    kind: 'done',
    core: only(
      `(?:i have |i've got |i've |got )?nothing (?:more|else|further|to add|more to add|else to add|more on this|more on that|more to say|comes to mind)(?: (?:on (?:this|that)|here))?`,
      `i have nothing more on (?:this|that)`,
      `that's (?:all|it|everything|about it|pretty much it|the whole (?:answer|story))(?: (?:i have|i've got|i got|i know|i can (?:think of|say)|from me|from my side|for this one|really))?`,
      `(?:i'd|i would|i'll) leave it (?:at that|there)`,
      `that is all(?: (?:i have|i've got|from me))?`,
      `(?:i think )?i'm (?:done|finished)(?: with (?:it|that|this)(?: \\w+)?| with the (?:code|snippet|question|answer))?`,
      `done|(?:i think )?i've said (?:it all|everything|(?:what|all) i (?:wanted|had)(?: to say)?)`,
      `i(?: have|'ve)? (?:already )?(?:said|answered|covered) (?:it|that|this|that one)(?: (?:already|before|earlier))?`,
    ),
  },
  {
    kind: 'ready',
    core: only(
      `ready|i'm ready|i am ready|sure|sure thing|go ahead|got it|gotcha|fine|cool|great|perfect`,
      `sounds good|sounds great|understood|i see|makes sense|thanks|thank you|thank you very much`,
      `(?:thanks|thank you|many thanks)(?: (?:so much|very much|again|a lot))?(?: for (?:your|the|this|that|all|everything|having|today).{0,40})?`,
      `(?:it was|it's been|that was) (?:nice|good|great|fun|a pleasure)(?: .{1,30})?|(?:have|enjoy) a (?:good|nice|great|lovely) (?:one|day|evening|weekend|night|rest of .{1,12})`,
      `thanks a lot|i(?: have)? read it|i've read it|i've read the code|okay i've read it|let's go`,
      `let's do it|let's start|take your time`,
    ),
  },
]
