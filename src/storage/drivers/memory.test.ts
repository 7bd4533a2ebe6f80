import { describeSessionLog } from '../session-log.contract.ts'
import { createMemoryLog } from './memory.ts'

describeSessionLog('memory', createMemoryLog)
