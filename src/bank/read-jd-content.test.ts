import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readJd } from '../domain/jd/read-jd.ts'
import { readBank } from './read-bank.ts'

const bank = readBank(fileURLToPath(new URL('../content', import.meta.url)))

describe("readJd with the content's own competencies", () => {
  it('covers every track', () => {
    expect(new Set(bank.competencies.flatMap(({ packs }) => packs))).toEqual(
      new Set(bank.packs.map(({ id }) => id)),
    )
  })

  it('finds each competency by each of its aliases', () => {
    const deaf = bank.competencies.flatMap(({ id, aliases }) =>
      aliases
        .filter((alias) => !finds(id, `Engineer\n\nRequirements:\n- Some years with ${alias}, daily`))
        .map((alias) => `${id}: ${alias}`),
    )
    expect(deaf).toEqual([])
  })

  it.each([
    [
      'web-fullstack',
      'senior',
      `Senior Full Stack Engineer
You will own features of our booking platform from the React front end to the Node.js services behind it.
Requirements
- 6+ years of experience with TypeScript, React and Node.js
- Postgres, Redis, and a sense for API design
- Webhooks, background jobs, authentication`,
    ],
    [
      'infra-workflows',
      'mid',
      `Platform Engineer
- Run Kubernetes and Terraform for forty teams
- Build durable workflows on Temporal behind a GraphQL API
- Share the on-call rotation; write postmortems
- 3 years of experience with Linux and Go`,
    ],
    [
      'analytics',
      'senior',
      `Lead Analytics Engineer
dbt on BigQuery, Airflow, event tracking, dimensional models, and dashboards that finance trusts.
You know SQL deeply and can explain an A/B test.`,
    ],
    [
      'edge',
      'senior',
      `Senior Systems Engineer, Edge
Our CDN answers 40 million requests a second from 300 points of presence.
You will write Rust for the HTTP proxy, cut tail latency, and work on caching and DDoS defence.`,
    ],
  ])('reads a posting for %s', (track, level, text) => {
    const profile = readJd(text, bank)
    expect(profile).toMatchObject({
      kind: 'engineering',
      language: 'en',
      level: { id: level },
      track: { id: track, confidence: 'high' },
    })
    expect(profile.competencies.length).toBeGreaterThanOrEqual(4)
  })
})

function finds(id: string, text: string): boolean {
  return readJd(text, bank).competencies.some((competency) => competency.id === id)
}
