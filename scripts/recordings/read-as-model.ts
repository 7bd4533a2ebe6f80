import { createScriptedModel, type ScriptedRequest } from '../../src/model/create-scripted-model.ts'
import type { Model } from '../../src/model/model.ts'

const Words = /[a-z]{5,}/g

/**
 * A stand-in of a language model for recordings. It hears a point where a sentence shares two longer words with it, and
 * every third reading is stricter, so that readings differ. What it says is no measure of any real model.
 */
export function readAsModel(): Model {
  let readings = 0
  return createScriptedModel((request) => {
    if (request.name === 'follow-up') return askBack(request)
    if (request.name !== 'checklist') return nameCompetencies(request)
    readings += 1
    return tick(request, readings % 3 === 0 ? 3 : 2)
  })
}

function nameCompetencies({ prompt }: ScriptedRequest) {
  const text = JSON.parse(prompt.split('\n').at(-1) ?? '""') as string
  const quote =
    text
      .split('\n')
      .find((line) => line.includes('production'))
      ?.slice(0, 60) ?? ''
  return { competencies: [{ competency: 'data-quality', quote: quote.slice(0, quote.lastIndexOf(' ')) }] }
}

function tick({ prompt }: ScriptedRequest, least: number) {
  const lines = prompt.split('\n').filter((line) => line.startsWith('{'))
  const read = lines.map((line) => JSON.parse(line) as Record<string, string>)
  const turns = read.filter(({ said }) => said !== undefined)
  const points = read.filter(({ means }) => means !== undefined)
  const sentences = turns.flatMap(({ turn = '', said = '' }) =>
    (said.match(/[^.!?]{20,300}[.!?]/g) ?? []).map((quote) => ({ turn, quote: quote.trim() })),
  )
  return {
    points: points.map(({ point = '', means = '' }) => {
      const meant = new Set(means.toLowerCase().match(Words) ?? [])
      const shared = (text: string) =>
        (text.toLowerCase().match(Words) ?? []).filter((word) => meant.has(word)).length
      const heard = sentences.find(({ quote }) => shared(quote) >= least)
      return { point, verdict: heard ? 'yes' : 'no', quotes: heard ? [heard] : [] }
    }),
  }
}

/** Takes up the first long word of what was said last; every third time it praises, and is not let through. */
function askBack({ prompt }: ScriptedRequest) {
  const last = JSON.parse(prompt.split('\n').at(-1) ?? '{}') as { said?: string; asked?: string }
  const [word = 'that'] = (last.said ?? last.asked ?? '').toLowerCase().match(/[a-z]{8,}/g) ?? []
  return {
    question: `${word.length % 3 === 0 ? 'Great, but w' : 'W'}hat would change if there were no ${word}?`,
  }
}
