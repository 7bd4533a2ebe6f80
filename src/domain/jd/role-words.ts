import type { TrackId } from '../catalog/vocabulary.ts'
import { splitPhrases } from './split-phrases.ts'

/** What a word of a job description speaks for: a track, engineering that no track covers, or other work. */
export type JdSide = TrackId | 'outside' | 'other-work'

/** What the job is called. Weights are on the scale of a competency's `trackWeight`, which ends at 3. */
export const ROLE_WORDS: readonly { side: JdSide; weight: number; phrases: readonly string[] }[] = [
  {
    side: 'web-fullstack',
    weight: 6,
    phrases: splitPhrases(`
      full stack | full stack engineer | full stack developer | full stack software engineer
      full stack web developer | front end | front end engineer | front end developer
      front end software engineer | frontend web developer | web developer | web engineer
      web application developer | web application engineer | web software engineer | UI developer
      UI engineer | UX engineer | user interface developer | user interface engineer | design engineer
      javascript developer | javascript engineer | typescript developer | typescript engineer
      react developer | react engineer | angular developer | vue developer | svelte developer
      php developer | PHP engineer | laravel developer | symfony developer | wordpress developer
      drupal developer | shopify developer | ecommerce developer | ruby developer | rails developer
      rails engineer | django developer | node developer | node.js developer | node.js engineer
      ASP.NET developer | MERN | MEAN stack | developer experience engineer | SDK engineer | API engineer
      Webentwickler | Frontend-Entwickler | Fullstack-Entwickler | développeur web
      développeur full stack | développeur front | desarrollador web | desarrollador full stack
      desarrollador frontend | programador web`),
  },
  {
    side: 'web-fullstack',
    weight: 3,
    phrases: splitPhrases(`
      back end | back end engineer | back end developer | back end software engineer | .NET developer
      .NET engineer | C# developer | java developer | python developer | kotlin developer | go developer
      golang developer | application developer | applications developer | SaaS engineer
      Backend-Entwickler | Java-Entwickler | développeur back | développeur Java | desarrollador backend`),
  },
  {
    side: 'web-fullstack',
    weight: 1,
    phrases: splitPhrases(`
      software engineer | software developer | founding engineer | product engineer | engineering manager
      technical lead | tech lead | software architect | developer | engineer | programmer
      Softwareentwickler | Software-Entwickler | Entwickler | Entwicklerin | développeur | développeuse
      ingénieur logiciel | desarrollador | desarrolladora | ingeniero de software | programador
      desenvolvedor | sviluppatore`),
  },
  {
    side: 'infra-workflows',
    weight: 6,
    phrases: splitPhrases(`
      devops | devops engineer | devops lead | devsecops | devsecops engineer | devops architect
      devops specialist | site reliability engineer | site reliability | SRE | reliability engineer
      platform engineer | platform engineering | cloud platform engineer | infrastructure engineer
      infrastructure developer | infrastructure software engineer | infrastructure production developer
      infrastructure architect | cloud infrastructure developer | cloud infrastructure engineer
      cloud infrastructure architect | cloud engineer | cloud architect | cloud operations engineer
      cloud administrator | cloud consultant | aws engineer | azure engineer | aws architect
      azure architect | kubernetes engineer | kubernetes administrator | production engineer
      release engineer | build engineer | build and release engineer | automation engineer
      linux engineer | linux administrator | linux system administrator | unix engineer
      unix administrator | systems administrator | systems reliability engineer | operations engineer
      observability engineer | distributed systems engineer | storage engineer
      database reliability engineer | middleware engineer | configuration management engineer
      workflow engineer | orchestration engineer | temporal engineer | cloud native engineer
      infrastructure team | platform team | Systemadministrator | Cloud-Ingenieur | ingénieur devops
      ingénieur cloud | ingénieur infrastructure | administrateur systèmes | ingeniero devops
      ingeniero de infraestructura | ingeniero cloud`),
  },
  {
    side: 'infra-workflows',
    weight: 2,
    phrases: splitPhrases(`
      systems engineer | solutions architect | distributed systems | systems software engineer`),
  },
  {
    side: 'analytics',
    weight: 6,
    phrases: splitPhrases(`
      analytics engineer | data analytics engineer | data and analytics engineer | analytics engineering
      data engineer | data engineering | big data engineer | big data developer | big data architect
      hadoop developer | spark developer | data platform engineer | data warehouse engineer
      data warehouse developer | data warehouse architect | DWH engineer | DWH developer | DW developer
      ETL developer | ETL engineer | ETL architect | ELT developer | data architect | data modeler
      data modeller | data integration engineer | data integration developer | data pipeline engineer
      data analyst | data analytics | analytics developer | analytics consultant | analytics analyst
      product analyst | reporting analyst | reporting developer | reporting engineer | report developer
      BI developer | BI engineer | BI analyst | BI architect | BI consultant | BI lead
      business intelligence developer | business intelligence engineer | business intelligence analyst
      business intelligence architect | business intelligence | tableau developer | power bi developer
      looker developer | cognos developer | SSRS developer | SSIS developer | informatica developer
      SQL analyst | microstrategy developer | qlik developer | insights engineer | metrics engineer
      Dateningenieur | Datenanalyst | analyste de données | ingénieur data | ingénieur de données
      analista de datos | ingeniero de datos | engenheiro de dados | analista de dados`),
  },
  {
    side: 'analytics',
    weight: 3,
    phrases: splitPhrases('SQL developer | data scientist | data developer | data team'),
  },
  {
    side: 'edge',
    weight: 6,
    phrases: splitPhrases(`
      edge engineer | edge developer | edge software engineer | edge platform engineer | edge platform
      edge network | edge compute | edge computing | edge cloud | edge services | edge infrastructure
      edge protocols | edge systems | edge runtime | edge functions | edge delivery | edge security
      CDN engineer | CDN developer | CDN architect | CDN | content delivery network
      content delivery engineer | cloudflare workers | workers runtime | workers platform
      traffic engineer | traffic team | traffic infrastructure | packet processing | proxy engineer
      DNS engineer | edge engineering | edge caching | edge proxy | edge network engineer | edge traffic
      edge worker | edge rendering`),
  },
  {
    side: 'outside',
    weight: 7,
    phrases: splitPhrases(`
      android developer | android engineer | iOS developer | iOS engineer | mobile developer
      mobile engineer | mobile application developer | mobile app developer | mobile software engineer
      flutter developer | react native developer | swift developer | objective-c developer
      xamarin developer | embedded engineer | embedded developer | embedded software engineer
      embedded software developer | embedded systems engineer | embedded software | embedded linux
      firmware engineer | firmware developer | device driver engineer | hardware engineer
      electrical engineer | electronics engineer | FPGA engineer | ASIC engineer | RTL engineer
      verification engineer | mechanical engineer | civil engineer | chemical engineer | process engineer
      manufacturing engineer | robotics engineer | controls engineer | PLC programmer | C++ developer
      C++ engineer | C++ software engineer | C++ software developer | C++ programmer | C developer
      game developer | game programmer | game engineer | gameplay programmer | gameplay engineer
      graphics programmer | graphics engineer | unity developer | unity programmer | unreal developer
      engine programmer | rendering engineer | test engineer | automation test engineer
      test automation engineer | automation tester | QA engineer | QA analyst | QA tester
      QA automation engineer | QA lead | quality assurance engineer | quality assurance analyst
      quality engineer | software tester | manual tester | test analyst | test lead | tester | SDET
      software engineer in test | software development engineer in test | selenium engineer
      performance tester | network engineer | network administrator | network architect
      network operations engineer | voip engineer | network security engineer | telecom engineer
      wireless engineer | RF engineer | cisco engineer | NOC engineer | security analyst
      security engineer | penetration tester | security architect | security consultant | SOC analyst
      help desk | help desk technician | service desk | desktop support | IT support
      technical support engineer | support technician | support engineer | desktop engineer
      field engineer | field technician | IT technician | salesforce developer | salesforce administrator
      salesforce architect | SAP developer | SAP consultant | SAP ABAP | ABAP developer | oracle EBS
      oracle applications developer | peoplesoft developer | dynamics developer | dynamics CRM
      servicenow developer | sharepoint developer | sharepoint administrator | workday consultant
      pega developer | mainframe developer | cobol developer | AS400 developer | RPG developer
      lotus notes | oracle DBA | SQL server DBA | database administrator | DBA | exchange administrator
      windows administrator | machine learning engineer | machine learning scientist | ML engineer
      AI engineer | deep learning engineer | research scientist | computer vision engineer
      applied scientist | NLP engineer | robotics software engineer | blockchain developer
      smart contract developer | solidity developer | simulation engineer | GIS developer | sales engineer
      solutions engineer | solution engineer | pre-sales engineer | customer engineer
      mathematical programmer | matlab developer | labview developer | quant developer
      quantitative developer | desktop developer | WPF developer | delphi developer | compiler engineer
      kernel engineer | kernel developer | avionics engineer | aerospace engineer | audio engineer
      DSP engineer | vision engineer | CAD engineer | systems analyst | business systems analyst
      Testingenieur | Elektroingenieur | Maschinenbauingenieur | ingénieur test | testeur | probador`),
  },
  {
    side: 'other-work',
    weight: 7,
    phrases: splitPhrases(`
      recruiter | technical recruiter | talent acquisition | sourcer | talent partner | HR manager
      HR generalist | human resources | people partner | account executive | account manager
      sales manager | sales executive | sales representative | sales development representative
      business development | business developer | BDR | SDR | salesperson | sales associate
      sales assistant | inside sales | sales director | sales lead | customer success manager
      customer service representative | customer service agent | call center | cashier | marketing manager
      digital marketing manager | marketing specialist | marketing director | marketing executive
      marketing coordinator | marketing lead | product marketing manager | growth marketer | marketer
      head of marketing | content writer | copywriter | technical writer | journalist | SEO specialist
      social media manager | brand manager | public relations | event manager | community manager
      graphic designer | product designer | UX designer | UI designer | UX researcher | interior designer
      illustrator | photographer | product manager | product owner | project manager | program manager
      programme manager | scrum master | delivery manager | business analyst | management consultant
      office manager | executive assistant | administrative assistant | receptionist | secretary
      accountant | bookkeeper | auditor | financial analyst | payroll specialist | tax manager | lawyer
      attorney | paralegal | legal counsel | compliance officer | nurse | registered nurse | nursing
      staff nurse | physician | doctor | surgeon | dentist | pharmacist | caregiver | care assistant
      midwife | paramedic | therapist | physiotherapist | psychologist | veterinarian | social worker
      teacher | teaching assistant | lecturer | professor | tutor | librarian | head chef | line cook
      sous chef | baker | barista | bartender | waiter | waitress | housekeeper | cleaner
      delivery driver | truck driver | forklift operator | warehouse associate | warehouse operative
      courier | electrician | plumber | carpenter | welder | mechanic | machinist | technician
      construction manager | site manager | labourer | security guard | police officer | firefighter
      flight attendant | store manager | retail assistant | shop assistant | merchandiser
      procurement manager | supply chain manager | logistics coordinator | operations manager
      real estate agent | insurance agent | underwriter | hairdresser | fitness trainer | farmer
      gardener | Krankenpfleger | Krankenschwester | Pflegefachkraft | Verkäufer | Vertriebsmitarbeiter
      Buchhalter | Lehrer | Koch | Fahrer | infirmier | infirmière | vendeur | vendeuse | comptable
      cuisinier | enfermero | enfermera | vendedor | vendedora | contador | cocinero | camarero`),
  },
]
