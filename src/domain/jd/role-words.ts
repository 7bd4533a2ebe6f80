import type { TrackId } from '../catalog/vocabulary.ts'
import { splitPhrases } from './split-phrases.ts'

/**
 * What a word of a job description speaks for: a track, engineering that no track covers, other work, or
 * nothing but that software is made.
 */
export type JdSide = TrackId | 'outside' | 'other-work' | 'software'

/** What jobs outside all packs are called. Weights are on the scale of a competency's `trackWeight`, which ends at 3. */
export const ROLE_WORDS: readonly { side: JdSide; weight: number; phrases: readonly string[] }[] = [
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
      data scientist | decision scientist | ML researcher | AI researcher | machine learning researcher
      postdoctoral researcher 
  firmware development
      systems integration engineer | hardware design engineer | design verification | photonics engineer
      optical engineer | RF design engineer | automotive engineer | power engineer | PLC engineer
      SCADA engineer | automation technician | controls programmer | mechatronics engineer
  performance test engineer
      performance engineer in test | automation tester |  game designer
      technical artist | level designer | SOC engineer | information security analyst
      cyber security analyst | cybersecurity engineer | incident responder | pentester | ethical hacker
      network technician | network support engineer | systems support specialist
      IT support specialist | IT specialist | IT manager | desktop technician | application support analyst
      salesforce consultant | salesforce engineer | SAP architect | SAP basis | dynamics consultant
      servicenow administrator | servicenow architect | ERP consultant | ERP developer | siebel developer
      oracle developer | database engineer oracle | oracle database administrator
      COBOL programmer | mainframe programmer | natural developer | HPC engineer | embedded C developer
      C/C++ developer | C/C++ engineer |  Qt developer | desktop software engineer
      low latency developer | trading systems developer | algorithm engineer | algorithm developer
      simulation developer | perception engineer | autonomy engineer | robotics developer
      functional analyst | functional consultant | IT analyst |  SQA engineer | validation engineer
      reliability technician | sustaining engineer | field service engineer | GIS analyst
      Testingenieur | Elektroingenieur | Maschinenbauingenieur | ingénieur test | testeur | probador`),
  },
  {
    side: 'other-work',
    weight: 7,
    phrases: splitPhrases(`
      product management | project management | programme management | technical writing | tech recruiting
      technical recruiting | recruiting | talent sourcing | sales engineering | solution selling | SaaS sales
      B2B sales | marketing | product marketing | nursing | agile coach | agile coaching | delivery lead
      technical program manager | technical project manager | IT project manager | engineering recruiter
      product lead | head of product | UX design | product design | user research | customer success
      finance analyst | financial controller | management accountant | data entry | translator 
      documentation manager | developer advocate | developer relations | solutions consultant
      implementation consultant | partner manager | warehouse worker |  operative
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
