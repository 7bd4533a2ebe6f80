import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadBank } from '../src/bank/load-bank.ts'
import { openBrowser } from './open-browser.ts'
import type { Served } from './serve.ts'
import { serveSite } from './serve.ts'

const bank = loadBank('.build/bank.json')
let site: Served
let browser: Browser
let page: Page

beforeAll(async () => {
  ;[site, browser] = await Promise.all([serveSite(), openBrowser()])
  page = await browser.newPage()
})
afterAll(async () => {
  await browser.close()
  await site.stop()
})

/**
 * Every score and count on the page, with where a click on it leads: `turn`, or `list` for a place that itself holds
 * links to turns; anything else is a number without words.
 */
function numbersOnPage(): { text: string; leads: string }[] {
  const isTurn = (hash: string) => document.querySelector(`li.turn[id="${hash.slice(1)}"]`) !== null
  const hashOf = (link: Element) => decodeURIComponent(link.getAttribute('href') ?? '')
  const leadsTo = (place: Element) =>
    [...place.querySelectorAll('a[href^="#t-"]')].some((link) => isTurn(hashOf(link)))
  const legend = '.anchors, .anchor-list, .moments'
  const scores = [...document.querySelectorAll('.score')].filter(
    (score) => !score.matches('.score:has(.score-none)') && !score.closest(legend),
  )
  const counted = [
    ...document.querySelectorAll('.overall-number, .code-summary, .plan-line .margin > p:first-child'),
  ]
  const clicked = [...scores, ...counted].map((number) => {
    const text = (number.textContent ?? '').replace(/\s+/g, ' ').trim()
    const link = number.closest('a') ?? number.querySelector('a')
    if (!link) return { text, leads: /not assessed/i.test(text) ? 'list' : 'nowhere' }
    const hash = hashOf(link)
    const target = document.getElementById(hash.slice(1))
    if (!target) return { text, leads: `a missing ${hash}` }
    if (isTurn(hash)) return { text, leads: 'turn' }
    const place = target.matches('h2') ? (target.closest('section') ?? target) : target
    return { text, leads: leadsTo(place) ? 'list' : `${hash}, without words` }
  })
  const inProse = [...document.querySelectorAll('.entry .body, .points .note-head')]
    .filter((prose) => /\d/.test(prose.textContent ?? ''))
    .map((prose) => {
      const place = prose.closest('.points, .entry')
      return { text: prose.textContent ?? '', leads: place && leadsTo(place) ? 'list' : 'nowhere' }
    })
  const turns = [...document.querySelectorAll('a[href^="#t-"]')].map((link) => {
    return { text: hashOf(link), leads: isTurn(hashOf(link)) ? 'turn' : 'a missing turn' }
  })
  return [...clicked, ...inProse, ...turns]
}

describe.each(bank.samples)('in the sample $id', ({ id }) => {
  test('every score and count leads by click to words in the transcript', async () => {
    await page.goto(`${site.url}/samples/${id}`)
    const numbers = await page.evaluate(numbersOnPage)
    expect(numbers.length).toBeGreaterThan(60)
    expect(numbers.filter(({ leads }) => leads !== 'turn' && leads !== 'list')).toEqual([])
  })

  test('a score is followed to the words by clicking alone', async () => {
    await page.goto(`${site.url}/samples/${id}`)
    await page.locator('.sub-scores .score-link').first().click()
    await page.locator('.points:target a.lines').first().click()
    const turn = page.locator('li.turn:target')
    expect(await turn.count()).toBe(1)
    expect(await turn.locator('mark, .turn-words').count()).toBeGreaterThan(0)
  })
})
