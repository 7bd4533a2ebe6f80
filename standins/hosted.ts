/**
 * Vercel KV (before a real Redis) and Vercel Blob by hand, for a site that runs beside them: `node standins/hosted.ts`
 * prints the settings of that site. Everything is forgotten when it ends.
 */
import { startHosted } from './start-hosted.ts'

const { environment } = await startHosted()
for (const [name, value] of Object.entries(environment)) process.stdout.write(`${name}='${value}'\n`)
