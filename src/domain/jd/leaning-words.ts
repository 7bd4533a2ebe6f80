import type { JdSide } from './role-words.ts'
import { splitPhrases } from './split-phrases.ts'

/**
 * Words that lean away from all packs without being the job's name: 3 is the trade's own word, 2 is rarely
 * another's, 1 is one that other trades use too. `software` says only that software is made.
 */
export const LEANING_WORDS: readonly { side: JdSide; weight: number; phrases: readonly string[] }[] = [
  {
    side: 'outside',
    weight: 3,
    phrases: splitPhrases(`
      android SDK | android studio | xcode | jetpack compose | swiftui | UIKit | objective-c | testflight
      app store | play store | core data | kotlin multiplatform | native mobile | mobile development
      embedded | embedded system | embedded linux | firmware | RTOS | freertos | vxworks | yocto | zephyr
      microcontroller | STM32 | bare-metal C | board bring-up | device tree | bootloader | FPGA | verilog
      VHDL | oscilloscope | PCB | ASIC | device driver | SPI | I2C | JTAG | UART | BLE | CAN bus | AUTOSAR
      ISO 26262 | IEC 62304 | MISRA | ARM cortex | DO-178 | avionics | signal processing | unity3d | unity
      unreal | unreal engine | gameplay | game engine | game development | 3D game | shaders | opengl
      vulkan | directx | QT | QML | MFC | WPF | winforms | boost | FIX protocol | order routing
      order entry | market microstructure | kernel bypass | template metaprogramming | lock-free
      nanosecond | appium | QTP | UFT | loadrunner | HP ALM | ISTQB | test plan | test script | test cases
      manual testing | regression testing | regression test | test automation framework
      automated testing framework | test automation engineer | test strategy | testng | rest assured
      defect tracking | log defects | soapui | soap ui | OSPF | EIGRP | MPLS | VLAN | EVPN | VXLAN | cisco
      juniper | arista | palo alto | fortinet | checkpoint firewall | network diagrams | cabling
      wi-fi controllers | CCNA | CCNP | CCIE | routing and switching | VOIP | active directory | office 365
      exchange server | password resets | laptop imaging | printers | help desk | service desk
      desktop support | comptia | SAP | ABAP | fiori | S/4HANA | IDoc | salesforce | apex
      sales cloud | service cloud | lightning web components | servicenow | CMDB | glide | dynamics 365
      peoplesoft | workday HCM | oracle EBS | pega | sharepoint administration | mainframe | COBOL | JCL
      CICS | VSAM | z/OS | AS400 | RPG | RMAN | data guard | exadata | tablespaces | ASM | oracle RAC
      SCADA | PLC | HMI | ladder logic | siemens TIA | rockwell | autocad | revit | solidworks | GD&T
      CATIA | FEA | matlab | simulink | labview | hardware-in-the-loop | P&ID | switchgear | arc flash
      penetration testing | SIEM | EDR | threat hunting | phishing | OSCP | burp | metasploit | bloodhound
      MITRE ATT&CK | security operations | incident triage | red team | pytorch | tensorflow
      scikit-learn | xgboost | keras | deep learning | machine learning models | model training
      train models | training models | fine-tuning | feature store | computer vision | neural network
      natural language processing | NLP | reinforcement learning | opencv | CUDA | publications
      publication record | ROS 2 | ROS | SLAM | lidar | sensor fusion | motion planning | robotics
      photonic | optical | wafer | clean-room | finite element | geophysics | CAD | solidity
      smart contracts | blockchain`),
  },
  {
    side: 'outside',
    weight: 2,
    phrases: splitPhrases(`
      android | iOS | swift | flutter | xamarin | ionic | C++17 | C++20 | modern C++ | C++ | kernel module
      selenium | cucumber | test automation | automated test | automation testing | test framework
      software testing | test data | test case | acceptance testing | UAT | quality engineering | jmeter
      BGP | windows desktop | desktop application | machine learning model | predictive models
      forecasting models | statistical modelling | data science | feature engineering | causal models
      electrical | mechanical | hardware | electronics | sensors | mobile game | mobile app developer
      low latency trading | trading strategies | ITIL | DBA | database administration | goldengate
      business requirements document | process maps | functional specifications | use cases
      gap analysis | vulnerability assessment | forensics | cybersecurity | linear algebra | GPU | GPUs`),
  },
  {
    side: 'outside',
    weight: 1,
    phrases: splitPhrases(`
      mobile app | mobile application | test | testing | tester | automated testing | quality assurance
      security clearance | ticketing | low-level | kernel | machine learning | firewall | wi-fi | PhD
      algorithms | mathematics | physics | requirements gathering | visio | postman | windows | desktop`),
  },
  {
    side: 'other-work',
    weight: 4,
    phrases: splitPhrases(`
      PRD | PRDs | product requirements document | product strategy | go-to-market | product lifecycle
      quota | quota-carrying | cold calling | prospecting | prospect | sales pipeline | sales cycle
      upsell | closing deals | RFP | RFPs | pre-sales | presales | OTE | account plans | lead generation
      candidate sourcing | sourcing candidates | source candidates | full-cycle recruiting | headhunting
      applicant tracking | screen candidates | close offers | hiring managers | style guide | copywriting
      release notes | documentation site | docs site | technical writing | write tutorials
      content calendar | brand awareness | SEO | SEM | email marketing | press release
      usability testing | high-fidelity prototypes | user flows | design reviews with stakeholders
      visual design | interaction design | design portfolio | sprint ceremonies facilitation
      remove impediments | servant leader | CSM | PSM | PMP | PRINCE2 | steering committee
      steering groups | RAID log | RAID logs | status reports | project plans | project budget
      vendor contracts | management accounts | variance analysis | bookkeeping | balance sheet | GAAP
      general ledger | CIMA | CPA | litigation | contract law | payroll | forklift | classroom | nursing
      bedside | medication | BLS | ACLS | acute care | recipe | ingredients | simmer`),
  },
  {
    side: 'other-work',
    weight: 2,
    phrases: splitPhrases(`
      ward | shift work | product management | project management office | market research | roadmap
      competitive analysis | customer interviews | backlog prioritization | prioritise the backlog
      prioritize the backlog | product owner | facilitate workshops | elicit requirements
      commission | territory | negotiate contracts | negotiate | sell | selling | sales | demos | bids
      talent pool | recruiting | recruitment | onboarding new hires | HR policies | tutorials
      kitchen | menu | tablespoon | teaspoon | onion | soup | broth | oven | cleaning | pupils | curriculum
      scrum framework | facilitation | retrospectives | figma | sketch | wireframes | storyboards
      budgeting | forecasts | invoices | customer relationship | steel toe | driving licence
      customer success | renewals | churn calls | account management`),
  },
  {
    side: 'other-work',
    weight: 1,
    phrases: splitPhrases(`
      patient | clinical | campaign | social media | retail store | shift | portfolio | workshops
      stakeholder alignment | presentations | hospitality`),
  },
  {
    side: 'software',
    weight: 1,
    phrases: splitPhrases(`
      software | software development | software engineering | code | codebase | coding | programming
      pull request | code review | unit test | refactor | debug | debugging | profiler | deploy | deploys
      ship | git | open source | API | endpoint | backend | production | developer | engineer | engineers
      migration | compiler | library | SDK | test suite | technical debt | architecture | algorithm
      TypeScript | JavaScript | Python | Go | Rust | Java | Kotlin | C# | Ruby | PHP | Scala | Elixir
      Clojure | SQL | Erlang | Haskell | Perl | stack | prototype | scripts`),
  },
]
