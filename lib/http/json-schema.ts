/** As much of JSON Schema 2020-12 as our shapes are printed in. */
export type JsonSchema = {
  $ref?: string
  type?: string | string[]
  description?: string
  properties?: Record<string, JsonSchema>
  required?: string[]
  additionalProperties?: boolean | JsonSchema
  items?: JsonSchema
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
  enum?: unknown[]
  const?: unknown
  /** What people would write there; it is in an example although it need not be said. */
  examples?: unknown[]
  format?: string
  pattern?: string
  minimum?: number
  maximum?: number
  exclusiveMinimum?: number
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
}

/** The shapes of which one holds, without "null" beside them. */
export const choicesOf = ({ anyOf, oneOf }: JsonSchema): JsonSchema[] =>
  (anyOf ?? oneOf ?? []).filter(({ type }) => type !== 'null')

export const isNullable = ({ type, anyOf, oneOf }: JsonSchema): boolean =>
  [type].flat().includes('null') || (anyOf ?? oneOf ?? []).some((one) => one.type === 'null')

/** `#/components/schemas/Card` is called Card. */
export const nameOf = ({ $ref }: JsonSchema): string | null => $ref?.split('/').at(-1) ?? null

/** The one shape behind "it, or null"; anything else as it is. */
export function bare(schema: JsonSchema): JsonSchema {
  const choices = choicesOf(schema)
  return choices.length === 1 && choices[0] ? { ...choices[0], ...about(schema) } : schema
}

const about = ({ description }: JsonSchema) => (description === undefined ? {} : { description })

/** What kind of value it is, in a few words: "text", "whole number", "list of Card". */
export function kindOf(schema: JsonSchema): string {
  const plain = bare(schema)
  const name = nameOf(plain)
  if (name) return name
  if (plain.const !== undefined) return JSON.stringify(plain.const)
  if (plain.enum) return plain.enum.map((one) => JSON.stringify(one)).join(' | ')
  const choices = choicesOf(plain)
  if (choices.length > 0) return [...new Set(choices.map(kindOf))].join(' or ')
  const type = [plain.type].flat().find((one) => one !== 'null')
  if (type === 'array') return plain.items ? `list of ${kindOf(plain.items)}` : 'list'
  return KINDS[type ?? ''] ?? 'anything'
}

const KINDS: Record<string, string> = {
  string: 'text',
  integer: 'whole number',
  number: 'number',
  boolean: 'true or false',
  object: 'object',
}

/** Beyond this a bound is that of the number format, not ours. */
const HUGE = 2_147_483_647

/** What the value has to keep to beyond its kind, in words. */
export function limitsOf(schema: JsonSchema): string[] {
  const { minLength, maxLength, minimum, maximum, exclusiveMinimum, minItems, maxItems, pattern, format } =
    bare(schema)
  const most = maximum !== undefined && maximum < HUGE ? maximum : undefined
  const least = minimum ?? (exclusiveMinimum === undefined ? undefined : exclusiveMinimum + 1)
  return [
    between(minLength === 1 && maxLength !== undefined ? 1 : minLength, maxLength, 'characters'),
    between(least, most, ''),
    between(minItems, maxItems, 'entries'),
    format ?? '',
    pattern ? `matches ${pattern}` : '',
    isNullable(schema) ? 'may be null' : '',
  ].filter((text) => text !== '')
}

function between(least: number | undefined, most: number | undefined, what: string): string {
  const count = (value: number) => value.toLocaleString('en').concat(what ? ` ${what}` : '')
  if (least !== undefined && most !== undefined) return `${least.toLocaleString('en')} to ${count(most)}`
  if (most !== undefined) return `at most ${count(most)}`
  return least !== undefined ? `at least ${count(least)}` : ''
}
