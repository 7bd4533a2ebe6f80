import { join as joinPath } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { SessionEvent } from '../src/domain/interview/event.ts'
import { createSqliteLog } from '../src/storage/drivers/sqlite-log.ts'
import { join, pastePosting, say, waitForTheFloor } from './interview-page.ts'

/** What happens to the line while an answer is on its way. */
const kinds = [
  'before it is sent',
  'while it is answered',
  'with a reload',
  'with a second tab',
  'asleep',
] as const
type CutKind = (typeof kinds)[number]

export interface Cut {
  kind: CutKind
  /** How long the line is down, in ms. */
  downMs: number
}

export interface CutOutcome extends Cut {
  /** From the line's return to the interviewer's waiting for the next answer, in ms. */
  backMs: number
  /** Answers that the log does not hold, or not once. */
  lost: string[]
  /** Questions that were put twice. */
  repeated: string[]
}

/** The kinds and lengths in turn, as many as asked for. */
export function planCuts(count: number, lengthsMs: readonly number[]): Cut[] {
  return Array.from({ length: count }, (_, index) => ({
    kind: kinds[index % kinds.length] ?? 'before it is sent',
    downMs: lengthsMs[Math.floor(index / kinds.length) % lengthsMs.length] ?? 0,
  }))
}

/** Cuts the line of one interview of its own, lets it come back, and looks in the log at what became of it. */
export async function cutNetwork(
  { browser, url, dataDir }: { browser: Browser; url: string; dataDir: string },
  cut: Cut,
): Promise<CutOutcome> {
  const context = await browser.newContext({ reducedMotion: 'reduce' })
  try {
    const page = await context.newPage()
    page.setDefaultTimeout(120_000)
    await pastePosting(page, url)
    await join(page)
    const before = 'I ran the billing service, two million charges a day, and my part was the ledger.'
    await say(page, before)
    const address = page.url()
    const answer = `Said while the line was cut ${cut.kind}: a retry writes the same charge twice.`
    const backMs = await breakLine(context, page, cut, answer)
    const after = 'And this was said after it, about the queue that we put in front.'
    await say(page, after)
    const { said, asks } = await readLog(dataDir, address.split('/').at(-1) ?? '')
    const lost = [before, answer, after].filter((text) => said.filter((each) => each === text).length !== 1)
    return { ...cut, backMs, lost, repeated: asks.filter((ask, index) => asks.indexOf(ask) !== index) }
  } finally {
    await context.close()
  }
}

/** Sends an answer over a line that breaks; gives how long after the line's return the interview stood again, in ms. */
async function breakLine(context: BrowserContext, page: Page, cut: Cut, answer: string): Promise<number> {
  const session = await context.newCDPSession(page)
  const isAsleep = cut.kind === 'asleep'
  const send = async () => {
    await page.getByRole('textbox', { name: 'Your answer' }).fill(answer)
    await page.getByRole('button', { name: 'Send' }).click()
  }
  if (cut.kind === 'while it is answered' || isAsleep) await send()
  await context.setOffline(true)
  if (isAsleep) await session.send('Page.setWebLifecycleState', { state: 'frozen' })
  if (cut.kind !== 'while it is answered' && !isAsleep) await send()
  await new Promise((resolve) => setTimeout(resolve, cut.downMs))
  if (isAsleep) await session.send('Page.setWebLifecycleState', { state: 'active' })
  await context.setOffline(false)
  const backAt = performance.now()
  if (cut.kind === 'with a reload') return reloadAndSend(page, answer)
  await settled(page, answer)
  const backMs = performance.now() - backAt
  if (cut.kind === 'with a second tab') await lookInSecondTab(context, page, answer)
  return backMs
}

/** The draft of an answer that was not sent is in its field again. */
async function reloadAndSend(page: Page, answer: string): Promise<number> {
  await page.reload()
  await page.locator('#join').click()
  const joinedAt = performance.now()
  await waitForTheFloor(page)
  const field = page.getByRole('textbox', { name: 'Your answer' })
  if ((await field.inputValue()) === answer) await page.getByRole('button', { name: 'Send' }).click()
  await settled(page, answer)
  return performance.now() - joinedAt
}

async function lookInSecondTab(context: BrowserContext, page: Page, answer: string): Promise<void> {
  const second = await context.newPage()
  await second.goto(page.url())
  await join(second)
  await settled(second, answer)
  await second.close()
}

/** The answer stands in the transcript, nothing is being sent, and the interviewer waits. */
async function settled(page: Page, answer: string): Promise<void> {
  await page.locator('.session-entry.by-candidate', { hasText: answer }).first().waitFor()
  await page.locator('.session-entry', { hasText: 'Being sent' }).first().waitFor({ state: 'detached' })
  await waitForTheFloor(page)
}

async function readLog(dataDir: string, sessionId: string): Promise<{ said: string[]; asks: string[] }> {
  const log = createSqliteLog(joinPath(dataDir, 'offhook.db'), SessionEvent)
  const events = await log.read(sessionId, 0)
  await log.close()
  return {
    said: events.flatMap((event) => (event.kind === 'candidate-said' ? [event.text] : [])),
    asks: events.flatMap((event) =>
      event.kind === 'agent-said' && event.act === 'ask' ? [`${event.questionId}/${event.askId}`] : [],
    ),
  }
}
