import type { APIRoute } from 'astro'
import { publicPages } from '../site/public-pages.ts'
import { readContent } from '../site/read-content.ts'

export const prerender = true

/** Every page that anybody may find (sitemaps.org). Paths hold no letter that XML would want escaped. */
export const GET: APIRoute = ({ site }) => {
  const entries = publicPages(readContent()).map(({ path, changed }) => {
    const lastmod = changed ? `<lastmod>${changed}</lastmod>` : ''
    return `  <url><loc>${new URL(path, site).href}</loc>${lastmod}</url>`
  })
  const body = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...entries,
    '</urlset>',
  ]
  return new Response(`${body.join('\n')}\n`, { headers: { 'content-type': 'application/xml' } })
}
