import { z } from 'zod'

const Variables = z.object({
  /** Folder for the session database, recordings and the generated secret. */
  OFFHOOK_DATA: z.string().min(1).default('.data'),
  /** `sqlite` keeps sessions in a file and recordings as files; `memory` forgets both when the process ends. */
  OFFHOOK_STORAGE: z.enum(['sqlite', 'memory']).default('sqlite'),
  /** With the token Vercel KV (Upstash Redis over REST) keeps logs and records, whatever OFFHOOK_STORAGE says. */
  KV_REST_API_URL: z.url({ protocol: /^https?$/ }).optional(),
  KV_REST_API_TOKEN: z.string().min(1).optional(),
  /** With it a private store of Vercel Blob keeps recordings, whatever OFFHOOK_STORAGE says. */
  BLOB_READ_WRITE_TOKEN: z
    .string()
    .regex(/^vercel_blob_rw_[A-Za-z0-9]+_\w+$/, 'give the read-write token of a store, vercel_blob_rw_...')
    .optional(),
  /** Set by Vercel wherever it builds or runs the site. */
  VERCEL: z.string().optional(),
  /** Opens /api/cron/sweep to whoever sends it as a bearer token, as Vercel's jobs do; without it that address is none. */
  CRON_SECRET: z.string().min(16, 'use at least 16 characters').optional(),
  /** The header in which a proxy of ours names the visitor's address; without it the connection's own end counts. */
  OFFHOOK_CLIENT_ADDRESS_HEADER: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,60}$/, 'give the name of a header, such as x-real-ip')
    .toLowerCase()
    .optional(),
  /** Signs the owner cookie; without it one is generated into the data folder. */
  OFFHOOK_COOKIE_SECRET: z.string().min(32, 'use at least 32 characters').optional(),
  /** Signs exported reports: an Ed25519 key as PKCS #8 in base64; without it one is generated into the data folder. */
  OFFHOOK_SIGNING_KEY: z.base64().optional(),
  /** With the agent's id interviews can be held by ElevenLabs; with it the server asks after calls it was not told of. */
  ELEVENLABS_API_KEY: z.string().min(1).optional(),
  /** What `npm run agent:push` printed. */
  ELEVENLABS_AGENT_ID: z.string().min(1).optional(),
  /** Where the API of ElevenLabs is; another region, or what stands in for it. */
  ELEVENLABS_BASE_URL: z.url({ protocol: /^https?$/ }).default('https://api.elevenlabs.io'),
  /** Signs what ElevenLabs tells by webhook; without it every webhook is refused. */
  ELEVENLABS_WEBHOOK_SECRET: z.string().min(1).optional(),
  /** Where visitors reach the site, as in https://offhook.example: for links that others keep. Else as the request came. */
  OFFHOOK_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** With the four after it credits are sold by Lemon Squeezy; without all five nothing is sold. */
  LEMONSQUEEZY_API_KEY: z.string().min(1).optional(),
  LEMONSQUEEZY_STORE_ID: z.string().regex(/^\d+$/, 'give the number of the store').optional(),
  /** Signs what Lemon Squeezy tells by webhook. */
  LEMONSQUEEZY_WEBHOOK_SECRET: z.string().min(6, 'use at least 6 characters').optional(),
  /** The variant that is one session for EUR 25. */
  LEMONSQUEEZY_VARIANT_SINGLE: z.string().regex(/^\d+$/, 'give the number of the variant').optional(),
  /** The variant that is three sessions for EUR 69. */
  LEMONSQUEEZY_VARIANT_THREE: z.string().regex(/^\d+$/, 'give the number of the variant').optional(),
  /** In `test` orders cost nothing; orders of the other mode are refused. */
  LEMONSQUEEZY_MODE: z.enum(['live', 'test']).default('live'),
  /** Where the store's checkout is, if not at lemonsqueezy.com. */
  LEMONSQUEEZY_STORE_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** With the model's name a language model finds evidence, too. */
  OPENAI_API_KEY: z.string().min(1).optional(),
  /** Where the API is, its version included: OpenAI's, or any that speaks like it. */
  OPENAI_BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** The model, as that address calls it. */
  OFFHOOK_MODEL: z.string().min(1).max(100).optional(),
  /** How often the model reads each question; what most of the readings say counts. */
  OFFHOOK_MODEL_PASSES: z.coerce.number().int().min(1).max(9).default(3),
  /** US dollars for a million tokens of input, of cached input and of output: the log then says what a session cost. */
  OFFHOOK_MODEL_PRICES: z
    .string()
    .regex(/^\d+(\.\d+)?( \d+(\.\d+)?){2}$/, 'give three numbers with a space between, as in 0.25 0.025 2')
    .optional(),
  /** What is logged, a line of JSON each, to standard error: what went wrong, or every request too. */
  OFFHOOK_LOG: z.enum(['errors', 'requests']).default('errors'),
  /** Opens /operator and /api/metrics; without it neither is there. */
  OFFHOOK_OPERATOR_TOKEN: z.string().min(32, 'use at least 32 characters').optional(),
  /** US dollars for a minute of an interview held by ElevenLabs: the operator then sees what a session costs. */
  OFFHOOK_CALL_PRICE: z.coerce.number().nonnegative().optional(),
  /** The content that the build wrote. */
  OFFHOOK_BANK: z.string().min(1).default('.build/bank.json'),
  /** The template and fonts of printed reports that the build wrote. */
  OFFHOOK_DOCUMENTS: z.string().min(1).default('.build/documents'),
})

export interface Settings {
  dataDir: string
  /** Of what neither KV nor Blob keeps. */
  storage: 'sqlite' | 'memory'
  kv?: { url: string; token: string }
  blobToken?: string
  /** It runs on Vercel, where a disk is read-only or forgotten. */
  isOnVercel: boolean
  cronSecret?: string
  /** In lower case. */
  clientAddressHeader?: string
  cookieSecret?: string
  /** PKCS #8, base64. */
  signingKey?: string
  /** Without an agent it is a service that is being set up, or was in use. */
  elevenLabs?: { apiKey: string; agentId?: string; baseUrl: string }
  elevenLabsWebhookSecret?: string
  /** Scheme, host and port, without a slash at its end. */
  publicOrigin?: string
  /** Absent: nothing is sold. */
  lemonSqueezy?: {
    apiKey: string
    storeId: string
    webhookSecret: string
    variants: { single: string; 'three-pack': string }
    mode: 'live' | 'test'
    storeUrl?: string
  }
  languageModel?: {
    apiKey: string
    baseUrl: string
    model: string
    passes: number
    /** US dollars for a million tokens. */
    prices?: { input: number; cached: number; output: number }
  }
  log: 'errors' | 'requests'
  /** Absent: nobody sees the figures. */
  operator?: { token: string; callPrice?: number }
  bankPath: string
  documentsDir: string
}

/**
 * The settings of a server from its environment; an empty variable counts as unset.
 * @throws Error that names every variable that does not fit and why.
 */
export function parseEnv(environment: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = Variables.safeParse(given)
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
    throw new Error(`The environment does not fit. ${problems.join('; ')}`)
  }
  const { OFFHOOK_DATA, OFFHOOK_STORAGE, OFFHOOK_COOKIE_SECRET, OFFHOOK_BANK, OFFHOOK_DOCUMENTS } =
    parsed.data
  const { ELEVENLABS_WEBHOOK_SECRET: webhookSecret } = parsed.data
  return {
    dataDir: OFFHOOK_DATA,
    storage: OFFHOOK_STORAGE,
    isOnVercel: parsed.data.VERCEL !== undefined,
    ...hostOf(parsed.data),
    ...kvOf(parsed.data),
    ...(parsed.data.BLOB_READ_WRITE_TOKEN ? { blobToken: parsed.data.BLOB_READ_WRITE_TOKEN } : {}),
    log: parsed.data.OFFHOOK_LOG,
    ...(webhookSecret ? { elevenLabsWebhookSecret: webhookSecret } : {}),
    ...(parsed.data.OFFHOOK_SIGNING_KEY ? { signingKey: parsed.data.OFFHOOK_SIGNING_KEY } : {}),
    ...(OFFHOOK_COOKIE_SECRET ? { cookieSecret: OFFHOOK_COOKIE_SECRET } : {}),
    bankPath: OFFHOOK_BANK,
    documentsDir: OFFHOOK_DOCUMENTS,
    ...operatorOf(parsed.data),
    ...elevenLabsOf(parsed.data),
    ...lemonSqueezyOf(parsed.data),
    ...(parsed.data.OFFHOOK_PUBLIC_URL
      ? { publicOrigin: new URL(parsed.data.OFFHOOK_PUBLIC_URL).origin }
      : {}),
    ...languageModelOf(parsed.data),
  }
}

function operatorOf(variables: z.infer<typeof Variables>): Pick<Settings, 'operator'> {
  const { OFFHOOK_OPERATOR_TOKEN: token, OFFHOOK_CALL_PRICE: callPrice } = variables
  if (token === undefined) return {}
  return { operator: { token, ...(callPrice === undefined ? {} : { callPrice }) } }
}

function elevenLabsOf(variables: z.infer<typeof Variables>): Pick<Settings, 'elevenLabs'> {
  const { ELEVENLABS_API_KEY: apiKey, ELEVENLABS_AGENT_ID: agentId, ELEVENLABS_BASE_URL: baseUrl } = variables
  if (agentId !== undefined && apiKey === undefined)
    throw halfSet('ELEVENLABS_API_KEY', 'give the key of the agent’s account')
  return apiKey === undefined ? {} : { elevenLabs: { apiKey, baseUrl, ...(agentId ? { agentId } : {}) } }
}

/** All five, or none: half a shop would take money for nothing. */
function lemonSqueezyOf(variables: z.infer<typeof Variables>): Pick<Settings, 'lemonSqueezy'> {
  const {
    LEMONSQUEEZY_API_KEY: apiKey,
    LEMONSQUEEZY_STORE_ID: storeId,
    LEMONSQUEEZY_WEBHOOK_SECRET: webhookSecret,
    LEMONSQUEEZY_VARIANT_SINGLE: single,
    LEMONSQUEEZY_VARIANT_THREE: three,
    LEMONSQUEEZY_MODE: mode,
    LEMONSQUEEZY_STORE_URL: storeUrl,
  } = variables
  if ([apiKey, storeId, webhookSecret, single, three, storeUrl].every((value) => value === undefined))
    return {}
  if (apiKey === undefined) throw halfSet('LEMONSQUEEZY_API_KEY', 'make one in the store’s settings')
  if (storeId === undefined) throw halfSet('LEMONSQUEEZY_STORE_ID', 'give the number of the store')
  if (webhookSecret === undefined)
    throw halfSet('LEMONSQUEEZY_WEBHOOK_SECRET', 'give the secret of the webhook, or no order is credited')
  if (single === undefined)
    throw halfSet('LEMONSQUEEZY_VARIANT_SINGLE', 'give the variant that is one session')
  if (three === undefined)
    throw halfSet('LEMONSQUEEZY_VARIANT_THREE', 'give the variant that is three sessions')
  const variants = { single, 'three-pack': three }
  const where = storeUrl === undefined ? {} : { storeUrl }
  return { lemonSqueezy: { apiKey, storeId, webhookSecret, variants, mode, ...where } }
}

/** Vercel sets this header itself, whatever a visitor sends under its name. */
const VERCEL_ADDRESS = 'x-vercel-forwarded-for'

/** What only a host of ours knows. */
function hostOf(variables: z.infer<typeof Variables>): Pick<Settings, 'cronSecret' | 'clientAddressHeader'> {
  const { CRON_SECRET: cronSecret, VERCEL: vercel, OFFHOOK_CLIENT_ADDRESS_HEADER: named } = variables
  const header = named ?? (vercel === undefined ? undefined : VERCEL_ADDRESS)
  return { ...(cronSecret ? { cronSecret } : {}), ...(header ? { clientAddressHeader: header } : {}) }
}

/** An address and a token go together. */
function kvOf(variables: z.infer<typeof Variables>): Pick<Settings, 'kv'> {
  const { KV_REST_API_URL: url, KV_REST_API_TOKEN: token } = variables
  if (url === undefined && token === undefined) return {}
  if (url === undefined) throw halfSet('KV_REST_API_URL', 'give the REST address of the database')
  if (token === undefined) throw halfSet('KV_REST_API_TOKEN', 'give the token of the database')
  return { kv: { url, token } }
}

const OPENAI = 'https://api.openai.com/v1'

/** A key and a model go together: either alone would be a mistake, and an address alone is for neither. */
function languageModelOf(variables: z.infer<typeof Variables>): Pick<Settings, 'languageModel'> {
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseUrl, OFFHOOK_MODEL: model } = variables
  if (apiKey === undefined && model === undefined && baseUrl === undefined) return {}
  if (apiKey === undefined)
    throw halfSet('OPENAI_API_KEY', 'any word will do where the address asks for none')
  if (model === undefined) throw halfSet('OFFHOOK_MODEL', 'name the model')
  const { OFFHOOK_MODEL_PASSES: passes, OFFHOOK_MODEL_PRICES: listed } = variables
  const [input = 0, cached = 0, output = 0] = listed?.split(' ').map(Number) ?? []
  const prices = listed === undefined ? {} : { prices: { input, cached, output } }
  return { languageModel: { apiKey, baseUrl: baseUrl ?? OPENAI, model, passes, ...prices } }
}

function halfSet(name: string, what: string): Error {
  return new Error(
    `The environment does not fit. ${name} is missing: ${what}, or set none of the others for it.`,
  )
}
