import type { APIRoute } from 'astro'
import { publicPages } from '../site/public-pages.ts'
import { readContent } from '../site/read-content.ts'

export const prerender = true

const ABOUT = `# Offhook

> A rehearsal of the technical phone screen for senior engineers: paste a job description, talk 30 to 40 minutes with an interviewer that puts real code on the screen, and get a report in which every score quotes the words that earned it. Interviews are in English; code is TypeScript, JavaScript and SQL.

Typing and the voice on your own device are free. Nothing here is affiliated with the companies it names.
`

/** What the site is and where what is, for language models (llmstxt.org). */
export const GET: APIRoute = ({ site }) => {
  const links = publicPages(readContent()).map(
    ({ path, title, text }) => `- [${title}](${new URL(path, site).href}): ${text.replaceAll(/\s+/g, ' ')}`,
  )
  return new Response(`${ABOUT}\n## Pages\n\n${links.join('\n')}\n`)
}
