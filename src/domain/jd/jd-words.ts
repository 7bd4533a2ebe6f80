import type { TrackId } from '../catalog/vocabulary.ts'

/** What a word of a job description speaks for: a track, engineering that no track covers, or other work. */
export type JdSide = TrackId | 'outside' | 'other-work'

/** Phrases split at bars and line ends. */
function phrases(list: string): string[] {
  return list
    .split(/[|\n]/)
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '')
}

/** What the job is called. Weights are on the scale of a competency's `trackWeight`, which ends at 3. */
export const ROLE_WORDS: readonly { side: JdSide; weight: number; phrases: readonly string[] }[] = [
  {
    side: 'web-fullstack',
    weight: 6,
    phrases: phrases(`
      full stack | full stack engineer | full stack developer | full stack software engineer | full stack web developer
      front end | front end engineer | front end developer | front end software engineer | frontend web developer
      web developer | web engineer | web application developer | web application engineer | web software engineer
      UI developer | UI engineer | UX engineer | user interface developer | user interface engineer
      design engineer | javascript developer | javascript engineer | typescript developer | typescript engineer
      react developer | react engineer | angular developer | vue developer | svelte developer | php developer
      PHP engineer | laravel developer | symfony developer | wordpress developer | drupal developer
      shopify developer | ecommerce developer | ruby developer | rails developer | rails engineer | django developer
      node developer | node.js developer | node.js engineer | ASP.NET developer | MERN | MEAN stack
      developer experience engineer | SDK engineer | API engineer | Webentwickler | Frontend-Entwickler
      Fullstack-Entwickler | développeur web | développeur full stack | développeur front
      desarrollador web | desarrollador full stack | desarrollador frontend | programador web`),
  },
  {
    side: 'web-fullstack',
    weight: 3,
    phrases: phrases(`
      back end | back end engineer | back end developer | back end software engineer | product engineer
      .NET developer | .NET engineer | C# developer | java developer | python developer | kotlin developer
      go developer | golang developer | application developer | applications developer | SaaS engineer
      Backend-Entwickler | Java-Entwickler | développeur back | développeur Java | desarrollador backend`),
  },
  {
    side: 'web-fullstack',
    weight: 1,
    phrases: phrases(`
      software engineer | software developer | founding engineer | engineering manager | technical lead | tech lead
      software architect | developer | engineer | programmer | Softwareentwickler
      Software-Entwickler | Entwickler | Entwicklerin | développeur | développeuse | ingénieur logiciel
      desarrollador | desarrolladora | ingeniero de software | programador | desenvolvedor | sviluppatore`),
  },
  {
    side: 'infra-workflows',
    weight: 6,
    phrases: phrases(`
      devops | devops engineer | devops lead | devsecops | devsecops engineer | devops architect | devops specialist
      site reliability engineer | site reliability | SRE | reliability engineer | platform engineer
      platform engineering | cloud platform engineer | infrastructure engineer | infrastructure developer
      infrastructure software engineer | infrastructure production developer | infrastructure architect
      cloud infrastructure developer | cloud infrastructure engineer | cloud infrastructure architect
      cloud engineer | cloud architect | cloud operations engineer | cloud administrator | cloud consultant
      aws engineer | azure engineer | aws architect | azure architect | kubernetes engineer | kubernetes administrator
      production engineer | release engineer | build engineer | build and release engineer | automation engineer
      linux engineer | linux administrator | linux system administrator | unix engineer | unix administrator
      systems administrator | systems reliability engineer | operations engineer | observability engineer
      distributed systems engineer | storage engineer | database reliability engineer | middleware engineer
      configuration management engineer | workflow engineer | orchestration engineer | temporal engineer
      cloud native engineer | infrastructure team | platform team | Systemadministrator | Cloud-Ingenieur
      ingénieur devops | ingénieur cloud | ingénieur infrastructure | administrateur systèmes
      ingeniero devops | ingeniero de infraestructura | ingeniero cloud`),
  },
  {
    side: 'infra-workflows',
    weight: 2,
    phrases: phrases('systems engineer | solutions architect | distributed systems | systems software engineer'),
  },
  {
    side: 'analytics',
    weight: 6,
    phrases: phrases(`
      analytics engineer | data analytics engineer | data and analytics engineer | analytics engineering
      data engineer | data engineering | big data engineer | big data developer | big data architect
      hadoop developer | spark developer | data platform engineer | data warehouse engineer | data warehouse developer
      data warehouse architect | DWH engineer | DWH developer | DW developer | ETL developer | ETL engineer | ETL architect
      ELT developer | data architect | data modeler | data modeller | data integration engineer
      data integration developer | data pipeline engineer | data analyst | data analytics | analytics developer
      analytics consultant | analytics analyst | product analyst | reporting analyst | reporting developer
      reporting engineer | report developer | BI developer | BI engineer | BI analyst | BI architect | BI consultant | BI lead
      business intelligence developer | business intelligence engineer | business intelligence analyst
      business intelligence architect | business intelligence | tableau developer | power bi developer
      looker developer | cognos developer | SSRS developer | SSIS developer | informatica developer | SQL analyst
      microstrategy developer | qlik developer | insights engineer | metrics engineer | Dateningenieur | Datenanalyst
      analyste de données | ingénieur data | ingénieur de données | analista de datos | ingeniero de datos
      engenheiro de dados | analista de dados`),
  },
  { side: 'analytics', weight: 3, phrases: phrases('SQL developer | data scientist | data developer | data team') },
  {
    side: 'edge',
    weight: 6,
    phrases: phrases(`
      edge engineer | edge developer | edge software engineer | edge platform engineer | edge platform | edge network
      edge compute | edge computing | edge cloud | edge services | edge infrastructure | edge protocols | edge systems
      edge runtime | edge functions | edge delivery | edge security | CDN engineer | CDN developer | CDN architect
      CDN | content delivery network | content delivery engineer | cloudflare workers | workers runtime | workers platform
      traffic engineer | traffic team | traffic infrastructure | packet processing | proxy engineer | DNS engineer
      edge engineering | edge caching | edge proxy | edge network engineer | edge traffic | edge worker | edge rendering`),
  },
  {
    side: 'outside',
    weight: 7,
    phrases: phrases(`
      android developer | android engineer | iOS developer | iOS engineer | mobile developer | mobile engineer
      mobile application developer | mobile app developer | mobile software engineer | flutter developer
      react native developer | swift developer | objective-c developer | xamarin developer
      embedded engineer | embedded developer | embedded software engineer | embedded software developer
      embedded systems engineer | embedded software | embedded linux | firmware engineer | firmware developer
      device driver engineer | hardware engineer | electrical engineer | electronics engineer | FPGA engineer
      ASIC engineer | RTL engineer | verification engineer | mechanical engineer | civil engineer | chemical engineer
      process engineer | manufacturing engineer | robotics engineer | controls engineer | PLC programmer
      C++ developer | C++ engineer | C++ software engineer | C++ software developer | C++ programmer | C developer
      game developer | game programmer | game engineer | gameplay programmer | gameplay engineer | graphics programmer
      graphics engineer | unity developer | unity programmer | unreal developer | engine programmer | rendering engineer
      test engineer | automation test engineer | test automation engineer | automation tester | QA engineer | QA analyst
      QA tester | QA automation engineer | QA lead | quality assurance engineer | quality assurance analyst
      quality engineer | software tester | manual tester | test analyst | test lead | tester | SDET
      software engineer in test | software development engineer in test | selenium engineer | performance tester
      network engineer | network administrator | network architect | network operations engineer | voip engineer
      network security engineer | telecom engineer | wireless engineer | RF engineer | cisco engineer | NOC engineer
      security analyst | security engineer | penetration tester | security architect | security consultant | SOC analyst
      help desk | help desk technician | service desk | desktop support | IT support | technical support engineer
      support technician | support engineer | desktop engineer | field engineer | field technician | IT technician
      salesforce developer | salesforce administrator | salesforce architect | SAP developer | SAP consultant
      SAP ABAP | ABAP developer | oracle EBS | oracle applications developer | peoplesoft developer | dynamics developer
      dynamics CRM | servicenow developer | sharepoint developer | sharepoint administrator | workday consultant
      pega developer | mainframe developer | cobol developer | AS400 developer | RPG developer | lotus notes
      oracle DBA | SQL server DBA | database administrator | DBA | exchange administrator | windows administrator
      machine learning engineer | machine learning scientist | ML engineer | AI engineer | deep learning engineer
      research scientist | computer vision engineer | applied scientist | NLP engineer | robotics software engineer
      blockchain developer | smart contract developer | solidity developer | simulation engineer | GIS developer
      sales engineer | solutions engineer | solution engineer | pre-sales engineer | customer engineer
      mathematical programmer | matlab developer | labview developer | quant developer | quantitative developer
      desktop developer | WPF developer | delphi developer | compiler engineer | kernel engineer | kernel developer
      avionics engineer | aerospace engineer | audio engineer | DSP engineer | vision engineer | CAD engineer
      systems analyst | business systems analyst | Testingenieur | Elektroingenieur | Maschinenbauingenieur
      ingénieur test | testeur | probador`),
  },
  {
    side: 'other-work',
    weight: 7,
    phrases: phrases(`
      recruiter | technical recruiter | talent acquisition | sourcer | talent partner | HR manager | HR generalist
      human resources | people partner | account executive | account manager | sales manager | sales executive
      sales representative | sales development representative | business development | business developer
      BDR | SDR | salesperson | sales associate | sales assistant | inside sales | sales director | sales lead
      customer success manager | customer service representative | customer service agent | call center | cashier
      marketing manager | digital marketing manager | marketing specialist | marketing director | marketing executive
      marketing coordinator | marketing lead | product marketing manager | growth marketer | marketer | head of marketing
      content writer | copywriter | technical writer | journalist | SEO specialist | social media manager
      brand manager | public relations | event manager | community manager | graphic designer | product designer
      UX designer | UI designer | UX researcher | interior designer | illustrator | photographer
      product manager | product owner | project manager | program manager | programme manager | scrum master
      delivery manager | business analyst | management consultant | office manager | executive assistant
      administrative assistant | receptionist | secretary | accountant | bookkeeper | auditor | financial analyst
      payroll specialist | tax manager | lawyer | attorney | paralegal | legal counsel | compliance officer
      nurse | registered nurse | nursing | staff nurse | physician | doctor | surgeon | dentist | pharmacist | caregiver
      care assistant | midwife | paramedic | therapist | physiotherapist | psychologist | veterinarian | social worker
      teacher | teaching assistant | lecturer | professor | tutor | librarian | head chef | line cook | sous chef | baker | barista
      bartender | waiter | waitress | housekeeper | cleaner | delivery driver | truck driver | forklift operator
      warehouse associate | warehouse operative | courier | electrician | plumber | carpenter | welder | mechanic
      machinist | technician | construction manager | site manager | labourer | security guard | police officer
      firefighter | flight attendant | store manager | retail assistant | shop assistant | merchandiser
      procurement manager | supply chain manager | logistics coordinator | operations manager | real estate agent
      insurance agent | underwriter | hairdresser | fitness trainer | farmer | gardener
      Krankenpfleger | Krankenschwester | Pflegefachkraft | Verkäufer | Vertriebsmitarbeiter | Buchhalter | Lehrer | Koch
      Fahrer | infirmier | infirmière | vendeur | vendeuse | comptable | cuisinier
      enfermero | enfermera | vendedor | vendedora | contador | cocinero | camarero`),
  },
]

/** Words that lean to a side without being the job's name, nor a competency that a question could test. */
export const LEANING_WORDS: readonly { side: JdSide; weight: number; phrases: readonly string[] }[] = [
  {
    side: 'web-fullstack',
    weight: 2,
    phrases: phrases(`
      html | html5 | css | css3 | sass | jquery | bootstrap | tailwind | ajax | angular | angularjs | vue | vue.js | svelte
      react | reactjs | react.js | next.js | nuxt | redux | webpack | vite | LAMP | rails | ruby on rails | django | flask | laravel
      symfony | express.js | nestjs | spring boot | spring mvc | ASP.NET | ASP.NET MVC | web application | web applications
      web development | responsive design | user interface | design system | web accessibility | WCAG | browser
      single page application | ecommerce | wordpress | magento | web service | web app | javascript | typescript
      J2EE | java EE | hibernate | php | MVC | progressive web app | storybook`),
  },
  {
    side: 'web-fullstack',
    weight: 1,
    phrases: phrases(`
      REST | RESTful | REST API | node.js | API | C# | ruby | java | spring | microservice | frontend | backend | UX | website
      mongodb | mysql | agile`),
  },
  {
    side: 'infra-workflows',
    weight: 2,
    phrases: phrases(`
      linux | unix | terraform | cloudformation | pulumi | ansible | puppet | chef | saltstack | kubernetes | k8s | helm
      docker | container | jenkins | teamcity | gitlab ci | github actions | argocd | CI/CD | continuous integration
      continuous deployment | continuous delivery | infrastructure as code | IaC | configuration management | nagios | splunk
      prometheus | grafana | datadog | ELK | monitoring | vmware | openstack | mesos | vagrant | packer | consul | vault
      high availability | on-call | incident response | incident management | disaster recovery | capacity planning
      provisioning | bash | shell script | shell scripting | powershell | cloud infrastructure | public cloud | private cloud
      load balancing | infrastructure automation | automate | automation | SLO | SLA | uptime | build system | maven | gradle
      durable execution | workflow orchestration | temporal | cadence | step functions | service mesh | istio | EKS | GKE | AKS
      patching | virtualization | cloud infrastructure | deployment pipeline | gitops | secrets management | zookeeper | control plane | kubernetes operator | core infrastructure`),
  },
  {
    side: 'infra-workflows',
    weight: 1,
    phrases: phrases('AWS | EC2 | azure | GCP | google cloud | cloud | scripting | python | infrastructure | deployment | reliability'),
  },
  {
    side: 'analytics',
    weight: 2,
    phrases: phrases(`
      data warehouse | data warehousing | DWH | data lake | data lakehouse | lakehouse | data mart | data mesh | ETL | ELT | dbt
      snowflake | bigquery | redshift | databricks | delta lake | airflow | dagster | fivetran | airbyte | looker | tableau
      power bi | powerbi | qlik | qlikview | qliksense | quicksight | microstrategy | cognos | superset | metabase | obiee
      SSRS | SSIS | SSAS | T-SQL | PL/SQL | informatica | talend | datastage | hadoop | hive | hdfs | hbase | spark | pyspark
      mapreduce | map reduce | EMR | data model | data modeling | data modelling | dimensional modelling | dimensional model
      star schema | data pipeline | data quality | data governance | data lineage | data catalog | reporting | dashboard
      data visualization | data visualisation | visualization | KPI | metrics layer | semantic layer | data set | dataset
      business intelligence | analytics | data analysis | big data | data platform | data product | data transformation
      cohort analysis | funnel analysis | A/B testing | experimentation | statistics | synapse | data factory | olap | cube
      clickhouse | presto | trino | event tracking | product analytics | stored procedure | azure data factory
      data integration | data source | data architecture | data strategy | data stack | data consumers | data model`),
  },
  {
    side: 'analytics',
    weight: 1,
    phrases: phrases('SQL | data | SQL server | report | pandas | kafka | stakeholders | scala | insight | excel | R'),
  },
  {
    side: 'edge',
    weight: 3,
    phrases: phrases(`
      CDN | content delivery network | edge | edge network | edge node | edge location | edge server | edge runtime
      edge function | edge worker | edge cache | edge compute | edge computing | at the edge | cloudflare workers | workers KV
      durable objects | fastly | lambda@edge | cloudfront functions | vercel edge | deno deploy | VCL | varnish | anycast | DDoS
      TLS termination | reverse proxy | HTTP/2 | HTTP/3 | QUIC | webassembly | wasm | V8 isolates | points of presence | PoP
      cache invalidation | cache purge | envoy | haproxy | nginx | eBPF | XDP | dataplane | data plane | WAF | bot management
      DDoS protection | DDoS mitigation | akamai | global network | proxy | TCP | UDP | DNS | load balancer | wasmtime
      wintercg | isolates | packet processing | traffic management | rate limiting | compute@edge | TTFB | netlify edge`),
  },
  { side: 'edge', weight: 1, phrases: phrases('cloudflare | rust | latency | low latency | network | HTTP | TLS | streaming media') },
  {
    side: 'outside',
    weight: 3,
    phrases: phrases(`
      android | android SDK | iOS | xcode | jetpack compose | swiftui | objective-c | app store | play store | kotlin multiplatform
      embedded | embedded system | firmware | RTOS | vxworks | microcontroller | FPGA | verilog | VHDL | oscilloscope | PCB | ASIC
      device driver | SPI | I2C | CAN bus | AUTOSAR | ARM cortex | unity3d | unity | unreal | unreal engine | gameplay
      game engine | 3D game | shaders | opengl | vulkan | C++ | QT | MFC | boost | selenium | appium | test automation
      automated testing | test automation framework | test case | test plan | test script | manual testing | regression testing
      soapui | soap ui | jmeter | quality assurance | QTP | cucumber | BGP | OSPF | MPLS | cisco | juniper | CCNA | CCNP | CCIE
      VOIP | active directory | SAP | ABAP | salesforce apex | mainframe | COBOL | JCL | CICS | DB2 z/OS
      SCADA | PLC | ladder logic | autocad | solidworks | matlab | simulink | labview | penetration testing | SIEM
      pytorch | tensorflow | deep learning | computer vision | neural network | low-level | kernel | WPF | winforms
      security clearance | mobile game | mobile app | mobile application | ticketing | help desk | peoplesoft | DO-178`),
  },
  {
    side: 'other-work',
    weight: 2,
    phrases: phrases(`
      patient | clinical | ward | medication | nursing | bedside | lead generation | quota | cold calling | prospecting
      sales pipeline | upsell | SEO | SEM | campaign | brand awareness | social media | email marketing | content calendar
      candidate sourcing | sourcing candidates | headhunting | onboarding new hires | payroll | bookkeeping | invoices
      balance sheet | GAAP | kitchen | menu | recipe | ingredients | tablespoon | teaspoon | simmer | onion | soup | broth | oven
      cleaning | forklift | classroom | pupils | curriculum | litigation | contract law | negotiate contracts | HR policies
      market research | press release | customer relationship | territory | commission | closing deals | retail store`),
  },
]

/** Plain English words that also name a tool: counted only where they are written as a name. */
export const WORDS_THAT_ALSO_NAME_TOOLS: readonly string[] = phrases(`
  go | rust | react | swift | spring | flask | express | chef | puppet | spark | helm | rest | temporal | looker | segment
  amplitude | snowflake | dart | make | next | nest | remix | ember | ray | salt | dash | glue | beam | vault | consul | hive
  presto | unity | boost | dagger | play | scala | r | c | pop | spi | unreal | excel | storm | fluent | backbone | mocha
  jest | cypress | meteor | crystal | elm | julia | ruby | cadence | envoy | quic | bash`)

/** Technologies as they are said, for the slot that names the stack; first the languages. */
export const TECHNOLOGIES: Readonly<Record<'language' | 'framework' | 'store' | 'platform', readonly string[]>> = {
  language: phrases(`
    TypeScript | JavaScript | Python | Go | Golang | Rust | Java | Kotlin | C# | F# | Ruby | PHP | Scala | Elixir | Clojure | SQL`),
  framework: phrases(`
    React | Next.js | Vue | Svelte | Angular | Remix | Astro | Node.js | NestJS | Rails | Ruby on Rails | Django | Flask
    FastAPI | Laravel | Spring | Spring Boot | ASP.NET | .NET | GraphQL | dbt | Spark | Phoenix | WebAssembly`),
  store: phrases(`
    PostgreSQL | Postgres | MySQL | MongoDB | Redis | DynamoDB | Cassandra | Elasticsearch | ClickHouse | Snowflake
    BigQuery | Redshift | Databricks | Kafka | RabbitMQ | SQL Server | Oracle | SQLite | Supabase | Firestore | Hadoop`),
  platform: phrases(`
    Kubernetes | AWS | Azure | GCP | Google Cloud | Cloudflare Workers | Terraform | Temporal
    Airflow | Ansible | Puppet | Chef | Looker | Tableau | Power BI | Nginx | Envoy`),
}
