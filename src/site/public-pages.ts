import type { Bank } from '../domain/catalog/bank.ts'
import { companiesView } from './company-view.ts'
import { publicCode } from './public-code.ts'

/** A page that anybody may find: in the sitemap, for language models, with a picture. */
export interface PublicPage {
  /** Without a slash at the end, but for the first. */
  path: string
  /** What it is one of. */
  over: string
  title: string
  text: string
  /** The day of the last edit, where the content says it. */
  changed?: string
}

const FIXED: PublicPage[] = [
  {
    path: '/',
    over: 'For senior engineers',
    title: 'Rehearse the technical phone screen',
    text: 'Paste a job description, talk for half an hour about real code and systems, read what your words earned.',
  },
  {
    path: '/samples',
    over: 'Proof',
    title: 'Sample reports',
    text: 'Scripted interviews, played and graded by the product itself, with every export.',
  },
  {
    path: '/packs',
    over: 'What is asked',
    title: 'Packs of questions',
    text: 'Code with planted bugs that tests prove, and design questions that follow what you say.',
  },
  {
    path: '/companies',
    over: 'Before a call',
    title: 'Companies',
    text: 'What is publicly known of engineering there, with sources and dates, and a rehearsal from their posting.',
  },
  {
    path: '/guides',
    over: 'Before a call',
    title: 'Guides',
    text: 'Two things worth reading before a technical phone screen, and what trains them.',
  },
  {
    path: '/how-scores-are-made',
    over: 'The rule',
    title: 'How scores are made',
    text: 'Five dimensions, four anchors each, and the figures of how well the grader does.',
  },
  {
    path: '/verify',
    over: 'Checkable',
    title: 'Verify a report',
    text: 'Recomputes every score of an export from its evidence, and checks its signature.',
  },
  {
    path: '/checkout',
    over: 'Price',
    title: 'What it costs',
    text: 'Typing and the voice on your own device are free. Credits are for interviews held by ElevenLabs.',
  },
  {
    path: '/refunds',
    over: 'Price',
    title: 'Refunds',
    text: 'When a credit comes back by itself, and when money does.',
  },
  {
    path: '/terms',
    over: 'In plain words',
    title: 'Terms',
    text: 'What this service is, what stays yours, and what it does not promise.',
  },
  {
    path: '/privacy',
    over: 'Your words',
    title: 'What is kept',
    text: 'What is kept of what you say, where, for how long, and who can see it.',
  },
  {
    path: '/api-docs',
    over: 'For programs',
    title: 'The API',
    text: 'Everything the pages do, over HTTP.',
  },
]

/** Every page that anybody may find. */
export function publicPages(
  bank: Pick<Bank, 'packs' | 'snippets' | 'samples' | 'companies' | 'guides'>,
): PublicPage[] {
  const companies = companiesView(bank)
  const ofPacks = new Map(companies.map(({ pack }) => [pack.id, pack.name]))
  return [
    ...FIXED,
    ...bank.packs.map(({ id, name, summary }) => ({
      path: `/packs/${id}`,
      over: 'Pack',
      title: name,
      text: summary,
    })),
    ...publicCode(bank).map(({ id, pack, title, summary }) => ({
      path: `/packs/${pack.id}/${id}`,
      over: 'Code to try',
      title,
      text: summary,
    })),
    ...bank.samples.map(({ id, title, shows }) => ({
      path: `/samples/${id}`,
      over: 'Sample report',
      title,
      text: shows,
    })),
    ...companies.map(({ id, name, lead, edited }) => ({
      path: `/companies/${id}`,
      over: 'Technical phone screen',
      title: `Rehearsing for ${name}`,
      text: lead,
      changed: edited,
    })),
    ...bank.guides.map(({ id, title, lead, edited }) => ({
      path: `/guides/${id}`,
      over: 'Guide',
      title,
      text: lead,
      changed: edited,
    })),
    ...[...ofPacks].map(([id, name]) => ({
      path: `/companies/pack/${id}`,
      over: 'Companies',
      title: name,
      text: 'Companies whose postings our pack fits.',
    })),
  ]
}
