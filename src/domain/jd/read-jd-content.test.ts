import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Competency } from '../catalog/competency.ts'
import { TrackId } from '../catalog/vocabulary.ts'
import { readJd } from './read-jd.ts'

const folder = new URL('../../content/competencies/', import.meta.url)
const competencies = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => ({
    id: name.replace('.yaml', ''),
    ...Competency.parse(readYaml(readFileSync(new URL(name, folder), 'utf8'))),
  }))

/** The YAML that competency files are written in: one level of keys, each with a value or a list. */
function readYaml(text: string): Record<string, unknown> {
  const blocks = text.matchAll(/^(\w+):(?: (.*)|((?:\n +- .*)+))$/gm)
  return Object.fromEntries(
    [...blocks].map(([, key, value, list]) => {
      const items = list?.matchAll(/- (.*)/g)
      return [
        key,
        items === undefined
          ? readScalar(value ?? '')
          : [...items]
              .map((item) => item[1])
              .map(String)
              .map(unquote),
      ]
    }),
  )
}

function readScalar(value: string): string | number {
  return /^\d+$/.test(value) ? Number(value) : unquote(value)
}

function unquote(value: string): string {
  return value
    .trim()
    .replace(/^(['"])(.*)\1$/, '$2')
    .replaceAll("''", "'")
}

describe("readJd with the content's own competencies", () => {
  it('covers every track', () => {
    expect(new Set(competencies.flatMap(({ packs }) => packs))).toEqual(new Set(TrackId.options))
  })

  it('finds each competency by each of its aliases', () => {
    const deaf = competencies.flatMap(({ id, aliases }) =>
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
    const profile = readJd(text, { competencies })
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
  return readJd(text, { competencies }).competencies.some((competency) => competency.id === id)
}
