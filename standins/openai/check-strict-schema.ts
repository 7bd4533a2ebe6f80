import { z } from 'zod'

const Node = z.looseObject({
  type: z.string().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  additionalProperties: z.unknown().optional(),
  items: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
})

/** Keywords that strict mode has at no time supported everywhere. */
const UNSUPPORTED = ['minLength', 'maxLength', 'allOf', 'not', 'dependentRequired', 'if', 'patternProperties']

/**
 * What the service finds wrong with a schema in strict mode, or null: every object names all its properties as required
 * and allows no other, and the keywords are those that are supported.
 */
export function checkStrictSchema(schema: unknown, path = 'schema'): string | null {
  const node = Node.safeParse(schema)
  if (!node.success) return `${path} is not an object`
  const { type, properties, required = [], additionalProperties, items, anyOf = [] } = node.data
  const keyword = UNSUPPORTED.find((name) => Object.hasOwn(node.data, name))
  if (keyword !== undefined) return `${path}: '${keyword}' is not permitted`
  if (type === 'object') {
    if (additionalProperties !== false) return `${path}: 'additionalProperties' is required to be false`
    const missing = Object.keys(properties ?? {}).find((name) => !required.includes(name))
    if (missing !== undefined) return `${path}: 'required' has to name '${missing}'`
  }
  const children = [
    ...Object.entries(properties ?? {}),
    ...(items === undefined ? [] : [['items', items] as const]),
    ...anyOf.map((option, index) => [`anyOf[${index}]`, option] as const),
  ]
  for (const [name, child] of children) {
    const problem = checkStrictSchema(child, `${path}.${name}`)
    if (problem !== null) return problem
  }
  return null
}
