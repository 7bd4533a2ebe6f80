import type { APIRoute } from 'astro'

export const prerender = true

/** What is somebody's own, and what only programs call. Each such page says noindex itself, too. */
const PERSONAL = [
  '/session/',
  '/sessions',
  '/report/',
  '/shared/',
  '/move/',
  '/start',
  '/operator',
  '/api/',
  '/i/',
]

export const GET: APIRoute = ({ site }) => {
  const lines = ['User-agent: *', ...PERSONAL.map((path) => `Disallow: ${path}`), '']
  return new Response([...lines, `Sitemap: ${new URL('/sitemap.xml', site).href}`, ''].join('\n'))
}
