import type { APIRoute, GetStaticPaths } from 'astro'
import { composeLibrary } from '../../api/compose-library.ts'
import { parseEnv } from '../../api/env.ts'
import type { PublicPage } from '../../site/public-pages.ts'
import { publicPages } from '../../site/public-pages.ts'
import { readContent } from '../../site/read-content.ts'
import { socialImage } from '../../site/social-image.ts'

export const prerender = true

/** A picture of each public page, made at the build. */
export const getStaticPaths = (() =>
  publicPages(readContent()).map((page) => ({
    params: { page: socialImage(page.path).slice('/social/'.length, -'.png'.length) },
    props: { page },
  }))) satisfies GetStaticPaths

const { cards } = composeLibrary(parseEnv(process.env))

export const GET: APIRoute<{ page: PublicPage }> = async ({ props: { page } }) =>
  new Response(await cards.toPng({ over: page.over, title: page.title, text: shortened(page.text) }), {
    headers: { 'content-type': 'image/png' },
  })

/** What there is room for: whole words, about three lines. */
function shortened(text: string): string {
  const MOST = 170
  return text.length <= MOST ? text : `${text.slice(0, text.lastIndexOf(' ', MOST))} …`
}
