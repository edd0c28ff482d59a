import { bare, choicesOf, type JsonSchema } from './json-schema.ts'

/** What people would write for a field of this name, in the words of the handbook's group. */
const SPOKEN: Record<string, unknown> = {
  group: 'custom-models',
  board: 'build',
  ref: 12,
  refs: [12, 14],
  epic: 3,
  person: 'julie',
  dri: 'julie',
  team: 'model-selection',
  milestone: 'next-1-3',
  title: 'The model list takes four seconds',
  description: 'Self-hosted, with more than 40 models.',
  body: 'It works on staging.',
  context: 'The endpoint is done; the button is missing.',
  reason: 'done',
  weight: 2,
  week: '2026-W49',
  subject: 'issue-12',
  label: '12',
  q: 'model list',
  email: 'cindy@example.com',
  name: 'Model Selection',
  handle: 'cindy',
  emoji: '👍',
}

/**
 * A value that a shape accepts: what people would say where the name is known and the shape takes it, else the
 * smallest that fits. What need not be said is left out of objects.
 */
export function exampleOf(schema: JsonSchema, name = ''): unknown {
  const shape = bare(schema)
  // Work is handed to a person, but a card is moved to a column, whose id is any text.
  const spoken = name === 'to' ? (shape.pattern ? 'cindy' : '4') : SPOKEN[name]
  if (spoken !== undefined && fits(shape, spoken)) return spoken
  if (shape.examples?.length) return shape.examples[0]
  if (shape.const !== undefined) return shape.const
  if (shape.enum) return shape.enum[0]
  const [first] = choicesOf(shape)
  if (first) return exampleOf(first, name)
  switch ([shape.type].flat().find((type) => type !== 'null')) {
    case 'object':
      return Object.fromEntries(
        Object.entries(shape.properties ?? {})
          .filter(([field, part]) => shape.required?.includes(field) || part.examples)
          .map(([field, part]) => [field, exampleOf(part, field)]),
      )
    case 'array':
      return Array.from({ length: Math.max(1, shape.minItems ?? 1) }, () =>
        exampleOf(shape.items ?? {}, name),
      )
    case 'integer':
    case 'number':
      return Math.max(shape.minimum ?? 1, (shape.exclusiveMinimum ?? 0) + 1)
    case 'boolean':
      return true
    default:
      return textFor(shape)
  }
}

/** Texts of our shapes, tried in turn until one keeps to the pattern. */
const TEXTS = [
  'example',
  'issues',
  '2026-11-28',
  '2026-11-28T12:00:00Z',
  '09:00',
  'cindy@example.com',
  '12',
  '👍',
]

function textFor(shape: JsonSchema): string {
  if (shape.format === 'email') return 'cindy@example.com'
  const text = TEXTS.find((one) => fits(shape, one)) ?? 'example'
  return text.padEnd(shape.minLength ?? 0, ' and so on')
}

function fits({ type, enum: values, pattern, maxLength, properties }: JsonSchema, value: unknown): boolean {
  if (values) return values.includes(value)
  const types = [type].flat()
  if (typeof value === 'string')
    return (
      types.includes('string') &&
      (pattern === undefined || new RegExp(pattern, 'i').test(value)) &&
      value.length <= (maxLength ?? Infinity)
    )
  if (typeof value === 'number') return types.includes('integer') || types.includes('number')
  return Array.isArray(value) && types.includes('array') && properties === undefined
}
