const list = `a an the this that these those there here it its it's that's there's what's i i'm i'd i'll i've me my
mine we we're we'd we'll we've us our ours you you're you'd you'll you've your yours he she they they're they'd
they'll they've them their theirs his her him who whom whose which what when where why how is are was were be been
being am do does did doing done has have had having will would shall should can could may might must ought
and or but so because if then than as of at by for with about into onto from to in on up down out off over
under again further once all any both each few more most other some such no nor not only own same too very just
also even still yet ever always often sometimes maybe perhaps probably really quite actually basically
literally kind sort like well okay ok yeah yes right uh um er ah oh mm hmm you know mean think guess
see look say says said tell let lets let's get gets got getting go goes going went gone come comes came take
takes took make makes made put puts thing things something anything everything nothing stuff way lot lots bit
much many little good fine great nice now today one ones whatever whenever while though although however
don't doesn't didn't isn't aren't wasn't weren't won't wouldn't can't couldn't shouldn't haven't hasn't hadn't
dot slash use uses used using want wants wanted need needs needed try first second third next last pretty
somewhere somehow anyway though whether else instead until since before after through between without
against during per via every another itself themselves himself myself yourself ourselves`

/** English words that carry grammar, hedging or filler and no technical content. */
export const functionWords: ReadonlySet<string> = new Set(list.split(/\s+/))
