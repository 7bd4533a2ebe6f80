import { describeLimiter } from '../limiter.contract.ts'
import { createMemoryLimiter } from './memory-limiter.ts'

const requests = Number(process.env['OFFHOOK_REQUESTS'] || 2_000)

describeLimiter('memory', createMemoryLimiter, requests)
