import type { Page } from 'playwright-core'
import { POSTING } from '../src/api/test-app.ts'

/** Fills the setup form as a candidate would and opens the plan. */
export async function pastePosting(page: Page, url: string, posting = POSTING): Promise<void> {
  await page.goto(url)
  await page.getByRole('textbox', { name: /job description/i }).fill(posting)
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await page.waitForURL(/\/session\//)
}

/** Presses Join and waits until the interviewer waits for an answer. */
export async function join(page: Page): Promise<void> {
  await page.locator('#join').click()
  await waitForTheFloor(page)
}

/** Waits until the candidate has the floor, or the interview is over. */
export async function waitForTheFloor(page: Page): Promise<void> {
  await page
    .locator('.session-state[data-state="listening"], .session-ended')
    .first()
    .waitFor({ timeout: 30_000 })
}

export async function isOver(page: Page): Promise<boolean> {
  return page.locator('.session-ended').isVisible()
}

/** The interviewer's last lines, as the page shows them. */
export async function lastLines(page: Page): Promise<string> {
  return page.locator('.session-prompt').innerText()
}

/** Types an answer, sends it, and waits for the floor again and until the page has read back what came of it. */
export async function say(page: Page, text: string): Promise<void> {
  const readBack = page.waitForResponse((response) => /\?from=\d+$/.test(response.url()))
  await page.getByRole('textbox', { name: 'Your answer' }).fill(text)
  await page.getByRole('button', { name: 'Send' }).click()
  await page.locator('.session-answer-field:placeholder-shown, .session-ended').first().waitFor()
  await waitForTheFloor(page)
  await (await readBack).finished()
  await untilDrawn(page)
}

/** Waits until what has changed is on the screen. */
export async function untilDrawn(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
}

/** Skips question after question until code is on screen. */
export async function skipToTheCode(page: Page): Promise<void> {
  const code = page.locator('.session-code')
  for (let turn = 1; turn <= 12 && !(await code.isVisible()); turn += 1) await say(page, 'skip')
  await page.locator('.session-lines .source').first().waitFor()
}

/** Longer than any wait of the silence ladder, in ms. */
const LONG_SILENCE = 200_000

/** Says nothing until the page has told the server so and looked what came of it. The page's clock must be installed. */
export async function keepSilent(page: Page): Promise<void> {
  const seen = page.waitForResponse((response) => /\?from=\d+$/.test(response.url()))
  await page.clock.fastForward(LONG_SILENCE)
  await seen
  await waitForTheFloor(page)
}
