import type { Page } from 'playwright-core'

/** What a candidate has in front of them, pauses of the clock left out. */
export interface OnScreen {
  question: string
  /** Every line of the transcript, with who said it. */
  said: string[]
  /** Title, then the lines of the code; empty when none is on screen. */
  code: string[]
  /** Numbers of the lines the interviewer marked. */
  marked: string[]
  /** Numbers of the lines the candidate picked. */
  picked: string[]
  notes: string[]
}

/** Reads the live page. */
export function onScreen(page: Page): Promise<OnScreen> {
  return page.evaluate(() => {
    const texts = (selector: string) =>
      [...document.querySelectorAll(selector)].map((element) => element.textContent.trim())
    const numbers = (selector: string) =>
      [...document.querySelectorAll(selector)].map((line) => line.getAttribute('data-line') ?? '')
    return {
      question: texts('.session-prompt').join('\n'),
      said: texts('.session-entry.by-agent > div, .session-entry.by-candidate > div, .session-entry-section'),
      code: texts('.session-code-title, .session-lines .source'),
      marked: numbers('.session-lines .session-line.marked'),
      picked: numbers('.session-lines .session-line.own'),
      notes: texts('.session-notes li span'),
    }
  })
}
