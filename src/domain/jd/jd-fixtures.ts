import type { TrackId } from '../catalog/vocabulary.ts'
import type { JdVocabulary } from './jd-profile.ts'

function entry(
  id: string,
  packs: readonly TrackId[],
  trackWeight: number,
  ...aliases: string[]
): JdVocabulary['competencies'][number] {
  return { id, name: id, aliases, packs, trackWeight }
}

function pack(
  id: TrackId,
  roles: readonly string[],
  leanings: readonly string[],
): JdVocabulary['packs'][number] {
  return {
    id,
    baseline: id === 'web-fullstack',
    roles: [{ weight: 6, phrases: roles.join('\n') }],
    leanings: [{ weight: 2, phrases: leanings.join('\n') }],
  }
}

const WEB_ROLES = ['full stack engineer', 'full stack developer', 'frontend engineer', 'Fullstack-Entwickler']
const INFRA_ROLES = [
  'platform engineer',
  'devops engineer',
  'SRE',
  'site reliability engineer',
  'ingénieur devops',
]
const DATA_ROLES = ['data engineer', 'analytics engineer', 'data analyst', 'ingeniero de datos']

/** A small vocabulary to read job descriptions with in tests. */
export const exampleVocabulary: JdVocabulary = {
  packs: [
    pack('web-fullstack', WEB_ROLES, ['HTML', 'CSS', 'TypeScript', 'frontend', 'backend', 'web service']),
    pack('infra-workflows', INFRA_ROLES, ['Linux', 'AWS', 'CI/CD', 'Ansible', 'monitoring']),
    pack('analytics', DATA_ROLES, ['Airflow', 'dbt', 'Snowflake', 'data warehouse', 'dashboard', 'Looker']),
    pack('edge', ['edge engineer', 'edge network', 'CDN engineer'], ['CDN', 'edge', 'latency', 'proxy']),
  ],
  competencies: [
    entry('react', ['web-fullstack'], 2, 'React', 'React.js'),
    entry('node', ['web-fullstack'], 2, 'Node.js', 'Express.js'),
    entry('api-design', ['web-fullstack'], 1, 'REST API', 'API design', 'pagination'),
    entry('dotnet', ['web-fullstack'], 1, '.NET', 'C#', 'ASP.NET'),
    entry('go', ['infra-workflows'], 0, 'Go', 'Golang'),
    entry('python', ['infra-workflows', 'analytics'], 0, 'Python'),
    entry('kubernetes', ['infra-workflows'], 2, 'Kubernetes', 'K8s', 'Docker'),
    entry('terraform-and-iac', ['infra-workflows'], 3, 'Terraform', 'infrastructure as code'),
    entry('workflow-orchestration', ['infra-workflows'], 3, 'Temporal', 'durable execution'),
    entry('incident-response', ['infra-workflows'], 2, 'on-call', 'incident response'),
    entry('postgres-and-sql', ['web-fullstack', 'analytics'], 1, 'PostgreSQL', 'Postgres', 'SQL'),
    entry('warehouses', ['analytics'], 3, 'data warehouse', 'Snowflake', 'dbt'),
    entry('data-pipelines', ['analytics'], 3, 'data pipeline', 'ETL', 'Airflow'),
    entry('caching', ['web-fullstack', 'edge'], 1, 'caching', 'Redis', 'cache invalidation'),
    entry('edge-networking', ['edge'], 3, 'CDN', 'anycast', 'points of presence', 'DDoS'),
    entry('edge-runtimes', ['edge'], 3, 'Cloudflare Workers', 'WebAssembly', 'edge functions'),
  ],
}
