import type { JdSide } from './role-words.ts'
import { splitPhrases } from './split-phrases.ts'

/** Words that lean away from all packs without being the job's name. */
export const LEANING_WORDS: readonly { side: JdSide; weight: number; phrases: readonly string[] }[] = [
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
