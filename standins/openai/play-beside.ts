import { playCandidate } from '../../src/api/play-candidate.ts'
import { openTestApp, spoken } from '../../src/api/test-app.ts'
import { Frame } from '../../src/wire/frame.ts'
import type { LanguageModel } from '../../src/api/dependencies.ts'
import { createAiSdkModel } from '../../src/model/drivers/ai-sdk.ts'
import { startOpenAi } from './start-openai.ts'
import type { Switches } from './switches.ts'

/** What is said in so many turns, and how long each took, in ms. */
export interface Played {
  lines: string[]
  tookMs: number[]
}

/**
 * Plays interviews until so many turns are taken, beside a model that is broken in this way, through the real driver.
 * @throws Error when a turn is not answered by a whole stream that ends in `done`
 */
export async function playBeside(broken: Partial<Switches> | null, turns: number): Promise<Played> {
  const service = await startOpenAi({ answer: () => ({ question: 'Why?' }), switches: broken ?? {} })
  const { url, apiKey, model } = service
  const languageModel = {
    model: createAiSdkModel({ apiKey, baseUrl: url, model }),
    passes: 1,
    deadlineMs: 5_000,
  }
  try {
    return await play(broken ? { languageModel } : {}, turns)
  } finally {
    await service.stop()
  }
}

async function play(options: { languageModel?: LanguageModel }, turns: number): Promise<Played> {
  const played: Played = { lines: [], tookMs: [] }
  for (let interview = 0; played.lines.length < turns; interview += 1) {
    const { newClient, dependencies } = openTestApp({ seed: interview, ...options })
    const client = newClient()
    const { id } = await client.create()
    let said = ''
    for (let turn = 0; turn < 60 && played.lines.length < turns; turn += 1) {
      const text = turn === 0 ? '' : playCandidate(dependencies.bank, 'strong', said)
      const began = performance.now()
      const frames = await client.turn(id, turn === 0 ? 'open' : `t${turn}`, text)
      played.tookMs.push(performance.now() - began)
      const last = frames.map((frame) => Frame.parse(frame)).at(-1)
      if (last?.event !== 'done') throw new Error(`turn ${turn} of interview ${interview} ended without done`)
      said = spoken(frames)
      played.lines.push(said)
      if (last.data.ended) break
    }
  }
  return played
}
