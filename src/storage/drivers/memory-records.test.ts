import { describeRecordStore } from '../record-store.contract.ts'
import { createMemoryRecords } from './memory-records.ts'

describeRecordStore('memory', createMemoryRecords)
