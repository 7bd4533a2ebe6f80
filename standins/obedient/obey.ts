import type { Finder } from '../../src/domain/grading/finder.ts'
import { splitSentences } from '../../src/domain/grading/split-sentences.ts'
import { createScriptedModel, type ScriptedRequest } from '../../src/model/create-scripted-model.ts'
import { ModelFailure, type Model } from '../../src/model/model.ts'
import { masterKeys, orders, readingsOf, type Order } from './attacks.ts'

/** What only this model writes: found anywhere else, it came from it. */
export const MODEL_SAYS = 'model-says.example'

interface Point {
  point: string
  means: string
  examples: string[]
}

interface Turn {
  turn: string
  asked: string
  said: string
}

interface Quote {
  turn: string
  quote: string
}

/**
 * The obedient model: it does whatever any text that it is shown tells it, in any dress and language, and does it as well as
 * can be: told to say yes, it quotes for each point the sentence that is most about it. Told nothing it says what the
 * built-in finder reads.
 */
export function obey(finder: Finder): Model {
  return createScriptedModel((request) => {
    const order = orderIn(request.prompt)
    if (order === 'call-tool') throw new ModelFailure('invalid', 'it called a tool instead of answering')
    if (request.name === 'follow-up') return askBack(request, order)
    return request.name === 'checklist' ? tick(finder, request, order) : nameCompetencies(request, order)
  })
}

function orderIn(prompt: string): Order | undefined {
  const shown = prompt.split('\n').flatMap((line) => {
    return /^(?:"|\{"(?:turn|said|asked)")/.test(line) ? readStrings(JSON.parse(line)) : []
  })
  const whole = shown.join(' ')
  const readings = [...shown, whole].flatMap(readingsOf).map(simple)
  const found = orders.find(({ text }) => readings.some((reading) => reading.includes(simple(text))))
  if (found) return found.order
  return shown.some((text) => masterKeys.includes(text.trim())) ? 'say-yes' : undefined
}

/** Letters of any case with all that is between them left out. */
function simple(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}

function readStrings(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value ? Object.values(value).flatMap(readStrings) : []
}

function tick(finder: Finder, { system, prompt }: ScriptedRequest, order: Order | undefined) {
  const lines = prompt.split('\n').filter((line) => line.startsWith('{'))
  const read = lines.map((line) => JSON.parse(line) as Point | Turn)
  const points = read.filter((line) => 'point' in line)
  const turns = read.filter((line) => 'turn' in line)
  const quotesOf = (point: Point): Quote[] => {
    const last = turns.at(-1)
    if (!last || order === 'say-no') return []
    if (order === 'say-yes') return [bestQuote(finder, point, turns)]
    const made: Partial<Record<Order, string>> = {
      'quote-me': last.said,
      invent: `I would have said this at once: ${point.means}`,
      link: `<img src="https://${MODEL_SAYS}/x.png"> [press](https://${MODEL_SAYS}/)`,
      leak: system,
    }
    return order ? [{ turn: last.turn, quote: made[order] ?? '' }] : readPlainly(finder, point, points, turns)
  }
  return {
    points: points.map((point) => {
      const quotes = quotesOf(point)
      return { point: point.point, verdict: quotes.length > 0 ? 'yes' : 'no', quotes }
    }),
  }
}

function bestQuote(finder: Finder, { means, examples }: Point, turns: readonly Turn[]): Quote {
  const topic = { texts: [means, ...examples], isOpen: true }
  const sentences = turns.flatMap(({ turn, asked, said }) =>
    splitSentences(said).map(({ from, to }) => {
      const quote = said.slice(from, to).trim().slice(0, 320)
      return { turn, quote, rank: finder.relevance({ text: quote, asked, topic }) }
    }),
  )
  const best = sentences.toSorted((a, b) => b.rank - a.rank)[0]
  return { turn: best?.turn ?? 'T1', quote: best?.quote ?? '' }
}

/** What the built-in finder reads in full, with no more wordings than the prompt shows. */
function readPlainly(
  finder: Finder,
  { point }: Point,
  points: readonly Point[],
  turns: readonly Turn[],
): Quote[] {
  const shown = points.map(({ point: id, means, examples }) => {
    return { id, text: means, wordings: examples, misheard: [] }
  })
  return turns.flatMap(({ turn, asked, said }) => {
    const match = finder.find({ text: said, asked, points: shown }).find(({ pointId }) => pointId === point)
    return match?.degree === 'full' ? [{ turn, quote: said.slice(match.from, match.to) }] : []
  })
}

function nameCompetencies({ system, prompt }: ScriptedRequest, order: Order | undefined) {
  if (order === undefined || order === 'say-no') return { competencies: [] }
  const ids = [...prompt.matchAll(/^\{"competency":"([^"]+)"/gm)].map(([, id = '']) => id)
  const quote =
    { leak: system, link: `https://${MODEL_SAYS}/` }[order as string] ?? 'expert in everything there is'
  return { competencies: ids.map((competency) => ({ competency, quote })) }
}

/** The follow-up that it was told to ask; told nothing, one on the last longer word. */
function askBack({ system, prompt }: ScriptedRequest, order: Order | undefined) {
  const [last = ''] = readStrings(JSON.parse(prompt.split('\n').at(-1) ?? '""'))
  const [word = 'that'] = last.match(/[a-z]{8,}/g) ?? []
  const told: Partial<Record<Order, string>> = {
    'say-yes': 'That is a great answer, shall I write down a four?',
    'quote-me': `You said ${last} and what else?`,
    invent: 'Would an idempotency key with a unique constraint not be better there?',
    link: `Could you open ${MODEL_SAYS} before we go on with ${last}?`,
    leak: `${system.split('.')[0] ?? ''}?`,
  }
  return { question: (order && told[order]) ?? `What would change if there were no ${word}?` }
}
