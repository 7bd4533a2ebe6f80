import { reachStandIn } from './reach-stand-in.ts'

/** For a server that uses the stand-in: `node --import ./standins/lemonsqueezy/preload.ts server.mjs`. */
const url = process.env['LEMONSQUEEZY_STAND_IN']
if (url) reachStandIn(url)
