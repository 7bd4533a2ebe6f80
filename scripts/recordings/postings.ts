import { POSTING } from '../../src/api/test-app.ts'

/** Job descriptions of recorded interviews: one that reads as each track, one in HTML, one of no engineer. */
export const postings = {
  'web-fullstack': POSTING,
  'infra-workflows': `Staff Platform Engineer

You will run the control plane that provisions customer environments: Temporal workflows, Terraform and
Kubernetes, from a request to a running cluster. Roll back what fails half way, and be on call one week in six.
We need: Go or TypeScript, durable execution, idempotent provisioning, incident response.`,
  analytics: `Senior Product Engineer, Experimentation

Own the experiment platform from event ingestion to the readout: dbt models in the warehouse, ClickHouse behind
the dashboards, guardrail metrics for every test. 2 billion events a day.
You bring: SQL you can defend, data pipelines, feature flags, statistics enough to say no.`,
  edge: `<h1>Edge Systems Engineer</h1><p>Build the rate limiter and the cache in front of our API at 300 points of
presence.</p><ul><li>Cloudflare Workers, WebAssembly</li><li>DDoS protection, anycast, CDN</li>
<li>Debug tail latency with traces &amp; logs</li></ul>`,
  'not-engineering': `Head Pastry Chef

Lead a team of six in a busy hotel kitchen: desserts for two restaurants, the breakfast buffet and weddings.
You plan the menus, order the ingredients, train apprentices and keep the kitchen clean and safe.`,
}
