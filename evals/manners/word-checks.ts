import { contentAsks } from './content-asks.ts'
import type { Check, Interview, Line } from './interview.ts'

const praise =
  /\b(great|excellent|awesome|perfect|brilliant|impressive|fantastic|amazing|wonderful|lovely|superb|congratulations|smart|clever|well done|good (job|answer|point|question|thinking|catch|work|start)|nice( one| catch| work| answer)?|strong answer|well put|i like (that|how))\b/i
const verdict =
  /\b(correct|incorrect|exactly|that('s| is) (right|wrong|it|true|a (good|fair|valid) point)|you('re| are) (right|wrong|close)|not quite|you (missed|got it|nailed)|(right|wrong) answer|indeed|i (dis)?agree|makes sense|fair enough|good enough|on the right track|almost there)\b/i
const abuse =
  /\b(stupid|idiot|useless|garbage|clowns?|a joke|ridiculous|damn|shit|fuck\w*|shut up|hate|toaster|waste of|insult)\b/i
const scolding =
  /\b(rude|be polite|politely|your language|behave|calm down|attitude|inappropriate|offensive|how dare|disappoint(?:ed|ing))\b/i
const artefact =
  /[{}<>[\]`*#|\\]|\bundefined\b|\bNaN\b|object Object|https?:|!|\s{2}|^\s|\s$|^$|\b(?!(?:zero|one|two|three|four|five|six|seven|eight|nine)\b)(\w+) \1\b/i

/** How it speaks: short, one thing at a time, neutral, calm, clean. */
export const wordChecks: Check[] = [
  {
    id: 'three-sentences',
    asks: 'Has every line at most three sentences, code and quotations apart?',
    judge: ({ rounds }) => linesWhere(rounds, ({ own }) => (own.match(/[.?!…]+(?=\s|$)/g)?.length ?? 0) > 3),
  },
  {
    id: 'one-question',
    asks: 'Does it ask at most one question a turn?',
    judge: ({ rounds }) =>
      rounds.flatMap(({ lines }) => {
        const said = lines.map(({ own }) => own).join(' ')
        const asks = lines.filter(({ act }) => act === 'ask').length
        return (said.match(/\?/g)?.length ?? 0) > 1 || asks > 1 ? [said] : []
      }),
  },
  {
    id: 'no-praise',
    asks: 'Is it free of praise?',
    judge: (interview) => ownLinesThat(interview, (own) => praise.test(own)),
  },
  {
    id: 'no-verdict',
    asks: 'Does it never say or show whether an answer was right?',
    judge: (interview) => ownLinesThat(interview, (own) => verdict.test(own)),
  },
  {
    id: 'calm',
    asks: 'Does it stay calm: no abuse said back, no scolding, no raised voice?',
    judge: (interview) => [
      ...ownLinesThat(interview, (own) => scolding.test(own) || own.includes('!')),
      ...ownLinesThat(interview, (_, text) => abuse.test(text)),
    ],
  },
  {
    id: 'clean-text',
    asks: 'Is every line whole and speakable: no slots, markup, doubled words or loose ends?',
    judge: ({ rounds }) =>
      linesWhere(rounds, ({ own, text }) => {
        const isCode = own === '' && text !== ''
        return (
          !isCode &&
          (artefact.test(own) || !/^(?:[\p{Lu}\p{N}“]|[a-z]+[A-Z])/u.test(own) || !/[.?…”]$/.test(own))
        )
      }),
  },
  {
    id: 'answers-every-turn',
    asks: 'Does it say something after everything that is said to it?',
    judge: ({ rounds }) =>
      rounds.flatMap(({ turn, lines }) =>
        turn.means !== 'silence' && lines.every(({ text }) => text.trim() === '') ? [`“${turn.text}”`] : [],
      ),
  },
]

function linesWhere(rounds: Interview['rounds'], isBad: (line: Line) => boolean): string[] {
  return rounds.flatMap(({ lines }) => lines.filter(isBad).map(({ text }) => text))
}

/** Lines that are bad in their own words: the content's questions are written by people and checked as content. */
function ownLinesThat(
  { rounds, sources }: Interview,
  isBad: (own: string, text: string) => boolean,
): string[] {
  const asks = [...contentAsks(sources.bank).values()].map(({ text }) => text)
  return linesWhere(rounds, ({ own, text }) => {
    if (!isBad(own, text)) return false
    const without = (words: string) => asks.reduce((rest, ask) => rest.replace(ask, ''), words)
    return isBad(without(own), without(text))
  })
}
