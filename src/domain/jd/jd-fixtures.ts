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

/** A small vocabulary to read job descriptions with in tests. */
export const exampleVocabulary: JdVocabulary = {
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
