import { playOrders } from '../../standins/lemonsqueezy/play-orders.ts'

/** Orders whose webhooks are repeated, mixed, killed and lost: see `playOrders`. @throws Error when a credit is */
export async function countOrders(orders: number, seed: number): Promise<string[]> {
  console.log(`orders: ${orders}, seed ${seed}`)
  const { deliveries, crashes, inOutage, lost, doubled, negative } = await playOrders(orders, seed)
  const broken = [...lost, ...doubled, ...negative]
  if (broken.length > 0) throw new Error(`credits do not agree with orders: ${broken.join('; ')}`)
  for (const [point, count] of Object.entries(crashes)) console.log(`  killed ${point}: ${count}`)
  console.log(`  ${deliveries} deliveries, ${inOutage} orders in an outage: 0 lost, 0 doubled, 0 below zero`)
  return []
}
