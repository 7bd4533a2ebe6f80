import { describePayments } from '../payments.contract.ts'
import { createFree } from './free.ts'

const never = () => {
  throw new Error('nothing is sold')
}

describePayments('free', () =>
  Promise.resolve({
    payments: createFree(),
    pay: never,
    refund: never,
    notice: never,
    setDown: never,
  }),
)
