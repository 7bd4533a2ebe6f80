import type { HeardTerms } from './score-window.ts'

/** Weight of words that are particular to a topic from which a text is clearly about it: a long answer's worth. */
const CLEARLY = 4.5

/** Share of the best fit below which a text belongs to the better fitting topic. */
const HALF = 0.5

/** Tells texts apart by the words that few topics share. */
export interface Topics {
  /** Whether what was heard is clearly about one of the topics and fits `own` less than half as well. */
  isElsewhere(heard: HeardTerms, own: ReadonlySet<string>): boolean
}

/**
 * Weighs words by how few of the topics hold them (inverse document frequency with a topic as the document, squared,
 * so that words of the trade count little). The two constants were set on the bank: its own answers, padded and
 * loosely spoken ones too, stay above the half, most answers to other questions below (content-ladder.test.ts).
 */
export function fitTopics(topics: readonly ReadonlySet<string>[]): Topics {
  const holders = indexTerms(topics)
  const most = Math.max(Math.log(topics.length + 1), 1)
  const weigh = (term: string) => {
    const frequency = holders.get(term)?.length ?? 1
    return (Math.log((topics.length + 1) / frequency) / most) ** 2
  }
  const fit = ({ words }: HeardTerms, topic: ReadonlySet<string>) => {
    let sum = 0
    for (const terms of words.values())
      sum += Math.max(0, ...terms.filter((term) => topic.has(term)).map(weigh))
    return sum
  }
  const bestFit = ({ words }: HeardTerms) => {
    const sums = new Float64Array(topics.length)
    for (const terms of words.values()) {
      const best = new Map<number, number>()
      for (const term of terms) {
        const weight = weigh(term)
        for (const topic of holders.get(term) ?? []) best.set(topic, Math.max(best.get(topic) ?? 0, weight))
      }
      for (const [topic, weight] of best) sums[topic] = (sums[topic] ?? 0) + weight
    }
    return sums.reduce((most, sum) => Math.max(most, sum), 0)
  }
  return {
    isElsewhere: (heard, own) => {
      const best = bestFit(heard)
      return best >= CLEARLY && fit(heard, own) < HALF * best
    },
  }
}

/** The numbers of the topics that hold each term. */
function indexTerms(topics: readonly ReadonlySet<string>[]): Map<string, number[]> {
  const holders = new Map<string, number[]>()
  for (const [number, topic] of topics.entries()) {
    for (const term of topic) {
      const known = holders.get(term)
      if (known) known.push(number)
      else holders.set(term, [number])
    }
  }
  return holders
}
