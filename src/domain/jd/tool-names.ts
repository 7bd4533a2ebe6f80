import { splitPhrases } from './split-phrases.ts'

/** Plain English words that also name a tool: counted only where they are written as a name. */
export const WORDS_THAT_ALSO_NAME_TOOLS: readonly string[] = splitPhrases(`
  go | rust | react | swift | spring | flask | express | chef | puppet | spark | helm | rest | temporal
  looker | segment | amplitude | snowflake | dart | make | next | nest | remix | ember | ray | salt | dash
  glue | beam | vault | consul | hive | presto | unity | boost | dagger | play | scala | r | c | pop | spi
  unreal | excel | storm | fluent | backbone | mocha | jest | cypress | meteor | crystal | elm | julia
  ruby | cadence | envoy | quic | bash`)

/** Technologies as they are said, for the slot that names the stack; first the languages. */
export const TECHNOLOGIES: Readonly<
  Record<'language' | 'framework' | 'store' | 'platform', readonly string[]>
> = {
  language: splitPhrases(`
    TypeScript | JavaScript | Python | Go | Golang | Rust | Java | Kotlin | C# | F# | Ruby | PHP | Scala
    Elixir | Clojure | SQL`),
  framework: splitPhrases(`
    React | Next.js | Vue | Svelte | Angular | Remix | Astro | Node.js | NestJS | Rails | Ruby on Rails
    Django | Flask | FastAPI | Laravel | Spring | Spring Boot | ASP.NET | .NET | GraphQL | dbt | Spark
    Phoenix | WebAssembly`),
  store: splitPhrases(`
    PostgreSQL | Postgres | MySQL | MongoDB | Redis | DynamoDB | Cassandra | Elasticsearch | ClickHouse
    Snowflake | BigQuery | Redshift | Databricks | Kafka | RabbitMQ | SQL Server | Oracle | SQLite
    Supabase | Firestore | Hadoop`),
  platform: splitPhrases(`
    Kubernetes | AWS | Azure | GCP | Google Cloud | Cloudflare Workers | Terraform | Temporal | Airflow
    Ansible | Puppet | Chef | Looker | Tableau | Power BI | Nginx | Envoy`),
}
