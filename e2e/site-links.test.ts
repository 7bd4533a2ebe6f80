import { parseDocument } from 'htmlparser2'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import type { Served } from './serve.ts'
import { serveSite } from './serve.ts'

let site: Served
beforeAll(async () => {
  site = await serveSite()
})
afterAll(() => site.stop())

/** What programs are told of a page. */
const JsonLd = z.object({
  '@context': z.literal('https://schema.org'),
  '@graph': z.array(z.looseObject({ '@type': z.string() })).min(1),
})

interface ReadPage {
  status: number
  ids: Set<string>
  /** Addresses on this site that it leads to or loads, as written. */
  leadsTo: string[]
  canonical: string | undefined
  image: string | undefined
  jsonLd: string[]
  scripts: number
}

type Node = ReturnType<typeof parseDocument>['children'][number]

const pages = new Map<string, Promise<ReadPage>>()

function read(path: string): Promise<ReadPage> {
  const known = pages.get(path) ?? fetchPage(path)
  pages.set(path, known)
  return known
}

async function fetchPage(path: string): Promise<ReadPage> {
  const response = await fetch(site.url + path)
  const isHtml = response.headers.get('content-type')?.startsWith('text/html') ?? false
  const found: ReadPage = {
    status: response.status,
    ids: new Set(),
    leadsTo: [],
    canonical: undefined,
    image: undefined,
    jsonLd: [],
    scripts: 0,
  }
  const text = await response.text()
  if (isHtml) visit(parseDocument(text).children, found)
  return found
}

function visit(nodes: Node[], found: ReadPage): void {
  for (const node of nodes) {
    if (!('attribs' in node)) continue
    const { name, attribs } = node
    if (attribs['id']) found.ids.add(attribs['id'])
    for (const address of [attribs['href'], attribs['src'], attribs['action']])
      if (address !== undefined && !/^(https?:|mailto:|data:)/.test(address) && name !== 'link')
        found.leadsTo.push(address)
    if (name === 'link' && attribs['rel'] === 'canonical') found.canonical = attribs['href']
    if (name === 'link' && attribs['rel'] !== 'canonical' && attribs['href'])
      found.leadsTo.push(attribs['href'])
    if (attribs['property'] === 'og:image') found.image = attribs['content']
    if (name === 'script' && attribs['type'] === 'application/ld+json')
      found.jsonLd.push(node.children.map((child) => ('data' in child ? child.data : '')).join(''))
    else if (name === 'script') found.scripts += 1
    visit(node.children, found)
  }
}

const pathOf = (address: string) => new URL(address).pathname

async function listed(): Promise<string[]> {
  const sitemap = await (await fetch(`${site.url}/sitemap.xml`)).text()
  return [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => pathOf(address))
}

test('every page of the sitemap is there, says its own address, and has its picture', async () => {
  const paths = await listed()
  expect(paths).toContain('/companies/posthog')
  expect(new Set(paths).size).toBe(paths.length)
  for (const path of paths) {
    const page = await read(path)
    expect([path, page.status, page.canonical && pathOf(page.canonical)]).toEqual([path, 200, path])
    const picture = await fetch(site.url + pathOf(page.image ?? ''))
    expect([path, picture.status, picture.headers.get('content-type')]).toEqual([path, 200, 'image/png'])
    for (const data of page.jsonLd) expect(JsonLd.safeParse(JSON.parse(data)).error).toBeUndefined()
    expect([path, page.jsonLd.length]).toEqual([path, 1])
  }
})

test('no link, form, picture or anchor of a public page leads nowhere', async () => {
  const broken: string[] = []
  for (const path of await listed()) {
    for (const address of new Set((await read(path)).leadsTo)) {
      const { pathname, search, hash } = new URL(address, site.url + path)
      const target = await read(pathname + search)
      const anchor = decodeURIComponent(hash.slice(1))
      if (target.status >= 400) broken.push(`${path} -> ${address}: ${target.status}`)
      else if (anchor && !target.ids.has(anchor)) broken.push(`${path} -> ${address}: no such anchor`)
    }
  }
  expect(broken).toEqual([])
})

test('robots are kept from what is somebody’s own, and models are told of every page', async () => {
  const robots = await (await fetch(`${site.url}/robots.txt`)).text()
  for (const path of ['/session/', '/report/', '/shared/', '/api/'])
    expect(robots).toContain(`Disallow: ${path}`)
  expect(robots).toMatch(/Sitemap: \S+\/sitemap\.xml/)
  const llms = await (await fetch(`${site.url}/llms.txt`)).text()
  for (const path of await listed()) expect(llms).toMatch(new RegExp(`\\]\\(\\S+${path}\\)`))
})
