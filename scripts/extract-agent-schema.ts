import { readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { elevenLabsAgent } from '../src/voice/access/elevenlabs-agent.ts'

/**
 * `node scripts/extract-agent-schema.ts SPEC VERSION`: keeps of the published OpenAPI document of ElevenLabs what
 * concerns our agent, for its test. SPEC is what `elevenlabs agents --spec-raw` of the CLI of that version prints.
 */
const [specPath = '', version = ''] = process.argv.slice(2)
const target = 'src/voice/access/elevenlabs-agent.schema.json'

type Schema = Record<string, unknown>
const Schema = z.record(z.string(), z.unknown())
const Spec = z.object({ components: z.object({ schemas: z.record(z.string(), Schema) }) })

/** References of the document that name nothing: what they mean. */
const aliases: Record<string, string> = { 'DynamicVariablesConfig-Input': 'DynamicVariablesConfig' }
const kept = [
  'type',
  'enum',
  'const',
  'default',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'minLength',
  'maxLength',
]
const alsoKept = ['pattern', 'maxItems', 'minItems', 'required', 'deprecated']

/**
 * The part of a schema that says something about this value. An object may hold no other keys than the value has: the
 * document allows any, so that a misspelt one would go unseen.
 */
function prune(schema: Schema, value: unknown, all: Record<string, Schema>): Schema {
  const { $ref, ...beside } = schema
  if (typeof $ref === 'string') {
    const name = $ref.split('/').at(-1) ?? ''
    const found = all[aliases[name] ?? name]
    if (!found) throw new Error(`The document has no ${name}.`)
    return prune({ ...found, ...beside }, value, all)
  }
  const own = Object.fromEntries(
    Object.entries(schema).filter(([key]) => [...kept, ...alsoKept].includes(key)),
  )
  const branches = branchesOf(schema, value).map((branch) => prune(branch, value, all))
  const union = branches.length > 0 ? { anyOf: branches } : {}
  if (Array.isArray(value) && schema['items'] !== undefined) {
    return {
      ...own,
      ...union,
      items: { anyOf: unique(value.map((item) => prune(Schema.parse(schema['items']), item, all))) },
    }
  }
  const object = Schema.safeParse(value)
  if (!object.success || Array.isArray(value)) return { ...own, ...union }
  return { ...own, ...union, ...pruneObject(schema, object.data, all) }
}

function pruneObject(schema: Schema, value: Record<string, unknown>, all: Record<string, Schema>): Schema {
  const properties = Schema.safeParse(schema['properties'])
  const others = Schema.safeParse(schema['additionalProperties'])
  if (!properties.success) {
    if (!others.success) return {}
    const each = Object.values(value).map((item) => prune(others.data, item, all))
    return { additionalProperties: { anyOf: unique(each) } }
  }
  const known = Object.entries(value).flatMap(([key, item]) => {
    const property = Schema.safeParse(properties.data[key])
    return property.success ? [[key, prune(property.data, item, all)] as const] : []
  })
  return { properties: Object.fromEntries(known), additionalProperties: false }
}

/** The alternatives that a value may be; where the document says which key decides, only that one. */
function branchesOf(schema: Schema, value: unknown): Schema[] {
  const all = z.array(Schema).safeParse(schema['anyOf'] ?? schema['oneOf'])
  if (!all.success) return []
  const decides = z
    .object({ propertyName: z.string(), mapping: z.record(z.string(), z.string()) })
    .safeParse(schema['discriminator'])
  const object = Schema.safeParse(value)
  if (!decides.success || !object.success) return all.data
  const $ref = decides.data.mapping[String(object.data[decides.data.propertyName])]
  if ($ref === undefined) throw new Error(`Nothing is mapped to ${JSON.stringify(value)}.`)
  return [{ $ref }]
}

function unique(schemas: Schema[]): Schema[] {
  return [...new Map(schemas.map((schema) => [JSON.stringify(schema), schema])).values()]
}

const { components } = Spec.parse(JSON.parse(readFileSync(specPath, 'utf8')))
const root = { $ref: '#/components/schemas/Body_Create_Agent_v1_convai_agents_create_post' }
const agent = elevenLabsAgent({ publicUrl: 'https://offhook.example', webhookId: 'webhook' })
const schema = {
  $comment: `From the OpenAPI document in @elevenlabs/cli ${version}, by scripts/extract-agent-schema.ts`,
  ...prune(root, agent, components.schemas),
}
writeFileSync(target, `${JSON.stringify(schema, null, 1)}\n`)
console.log(`${target}: ${JSON.stringify(schema).length} characters`)
