import type { APIRoute, GetStaticPaths } from 'astro'
import { drawSocialCard } from '../../site/draw-social-card.ts'
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

export const GET: APIRoute<{ page: PublicPage }> = async ({ props }) =>
  new Response(await drawSocialCard(props.page), { headers: { 'content-type': 'image/png' } })
