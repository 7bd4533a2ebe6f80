import type { JdSide } from './role-words.ts'
import { splitPhrases } from './split-phrases.ts'

/** Words that lean to a side without being the job's name, nor a competency that a question could test. */
export const LEANING_WORDS: readonly { side: JdSide; weight: number; phrases: readonly string[] }[] = [
  {
    side: 'web-fullstack',
    weight: 2,
    phrases: splitPhrases(`
      html | html5 | css | css3 | sass | jquery | bootstrap | tailwind | ajax | angular | angularjs | vue
      vue.js | svelte | react | reactjs | react.js | next.js | nuxt | redux | webpack | vite | LAMP
      rails | ruby on rails | django | flask | laravel | symfony | express.js | nestjs | spring boot
      spring mvc | ASP.NET | ASP.NET MVC | web application | web applications | web development
      responsive design | user interface | design system | web accessibility | WCAG | browser
      single page application | ecommerce | wordpress | magento | web service | web app | javascript
      typescript | J2EE | java EE | hibernate | php | MVC | progressive web app | storybook`),
  },
  {
    side: 'web-fullstack',
    weight: 1,
    phrases: splitPhrases(`
      REST | RESTful | REST API | node.js | API | C# | ruby | java | spring | microservice | frontend
      backend | UX | website | mongodb | mysql | agile`),
  },
  {
    side: 'infra-workflows',
    weight: 2,
    phrases: splitPhrases(`
      linux | unix | terraform | cloudformation | pulumi | ansible | puppet | chef | saltstack
      kubernetes | k8s | helm | docker | container | jenkins | teamcity | gitlab ci | github actions
      argocd | CI/CD | continuous integration | continuous deployment | continuous delivery
      infrastructure as code | IaC | configuration management | nagios | splunk | prometheus | grafana
      datadog | ELK | monitoring | vmware | openstack | mesos | vagrant | packer | consul | vault
      high availability | on-call | incident response | incident management | disaster recovery
      capacity planning | provisioning | bash | shell script | shell scripting | powershell
      cloud infrastructure | public cloud | private cloud | load balancing | infrastructure automation
      automate | automation | SLO | SLA | uptime | build system | maven | gradle | durable execution
      workflow orchestration | temporal | cadence | step functions | service mesh | istio | EKS | GKE
      AKS | patching | virtualization | deployment pipeline | gitops | secrets management | zookeeper
      control plane | kubernetes operator | core infrastructure`),
  },
  {
    side: 'infra-workflows',
    weight: 1,
    phrases: splitPhrases(`
      AWS | EC2 | azure | GCP | google cloud | cloud | scripting | python | infrastructure | deployment
      reliability`),
  },
  {
    side: 'analytics',
    weight: 2,
    phrases: splitPhrases(`
      data warehouse | data warehousing | DWH | data lake | data lakehouse | lakehouse | data mart
      data mesh | ETL | ELT | dbt | snowflake | bigquery | redshift | databricks | delta lake | airflow
      dagster | fivetran | airbyte | looker | tableau | power bi | powerbi | qlik | qlikview | qliksense
      quicksight | microstrategy | cognos | superset | metabase | obiee | SSRS | SSIS | SSAS | T-SQL
      PL/SQL | informatica | talend | datastage | hadoop | hive | hdfs | hbase | spark | pyspark
      mapreduce | map reduce | EMR | data model | data modeling | data modelling | dimensional modelling
      dimensional model | star schema | data pipeline | data quality | data governance | data lineage
      data catalog | reporting | dashboard | data visualization | data visualisation | visualization | KPI
      metrics layer | semantic layer | data set | dataset | business intelligence | analytics
      data analysis | big data | data platform | data product | data transformation | cohort analysis
      funnel analysis | A/B testing | experimentation | statistics | synapse | data factory | olap | cube
      clickhouse | presto | trino | event tracking | product analytics | stored procedure
      azure data factory | data integration | data source | data architecture | data strategy | data stack
      data consumers`),
  },
  {
    side: 'analytics',
    weight: 1,
    phrases: splitPhrases(`
      SQL | data | SQL server | report | pandas | kafka | stakeholders | scala | insight | excel | R`),
  },
  {
    side: 'edge',
    weight: 3,
    phrases: splitPhrases(`
      CDN | content delivery network | edge | edge network | edge node | edge location | edge server
      edge runtime | edge function | edge worker | edge cache | edge compute | edge computing
      at the edge | cloudflare workers | workers KV | durable objects | fastly | lambda@edge
      cloudfront functions | vercel edge | deno deploy | VCL | varnish | anycast | DDoS | TLS termination
      reverse proxy | HTTP/2 | HTTP/3 | QUIC | webassembly | wasm | V8 isolates | points of presence | PoP
      cache invalidation | cache purge | envoy | haproxy | nginx | eBPF | XDP | dataplane | data plane
      WAF | bot management | DDoS protection | DDoS mitigation | akamai | global network | proxy | TCP
      UDP | DNS | load balancer | wasmtime | wintercg | isolates | packet processing | traffic management
      rate limiting | compute@edge | TTFB | netlify edge`),
  },
  {
    side: 'edge',
    weight: 1,
    phrases: splitPhrases(`
      cloudflare | rust | latency | low latency | network | HTTP | TLS | streaming media`),
  },
  {
    side: 'outside',
    weight: 3,
    phrases: splitPhrases(`
      android | android SDK | iOS | xcode | jetpack compose | swiftui | objective-c | app store
      play store | kotlin multiplatform | embedded | embedded system | firmware | RTOS | vxworks
      microcontroller | FPGA | verilog | VHDL | oscilloscope | PCB | ASIC | device driver | SPI | I2C
      CAN bus | AUTOSAR | ARM cortex | unity3d | unity | unreal | unreal engine | gameplay | game engine
      3D game | shaders | opengl | vulkan | C++ | QT | MFC | boost | selenium | appium | test automation
      automated testing | test automation framework | test case | test plan | test script | manual testing
      regression testing | soapui | soap ui | jmeter | quality assurance | QTP | cucumber | BGP | OSPF
      MPLS | cisco | juniper | CCNA | CCNP | CCIE | VOIP | active directory | SAP | ABAP | salesforce apex
      mainframe | COBOL | JCL | CICS | DB2 z/OS | SCADA | PLC | ladder logic | autocad | solidworks
      matlab | simulink | labview | penetration testing | SIEM | pytorch | tensorflow | deep learning
      computer vision | neural network | low-level | kernel | WPF | winforms | security clearance
      mobile game | mobile app | mobile application | ticketing | help desk | peoplesoft | DO-178`),
  },
  {
    side: 'other-work',
    weight: 2,
    phrases: splitPhrases(`
      patient | clinical | ward | medication | nursing | bedside | lead generation | quota | cold calling
      prospecting | sales pipeline | upsell | SEO | SEM | campaign | brand awareness | social media
      email marketing | content calendar | candidate sourcing | sourcing candidates | headhunting
      onboarding new hires | payroll | bookkeeping | invoices | balance sheet | GAAP | kitchen | menu
      recipe | ingredients | tablespoon | teaspoon | simmer | onion | soup | broth | oven | cleaning
      forklift | classroom | pupils | curriculum | litigation | contract law | negotiate contracts
      HR policies | market research | press release | customer relationship | territory | commission
      closing deals | retail store`),
  },
]
