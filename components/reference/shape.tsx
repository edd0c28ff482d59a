import Link from 'next/link'

import type { JsonSchema } from '#lib/http/json-schema.ts'
import { bare, choicesOf, kindOf, limitsOf, nameOf } from '#lib/http/json-schema.ts'
import { referenceLink } from '#lib/kit/links.ts'

import { SHAPES } from './frame.tsx'

/** Deeper than this nobody reads; the OpenAPI document has it all. */
const DEEPEST = 4

/** What an object is made of: a line a field, and below it what that field is made of. */
export function Shape({ schema, depth = 0 }: { schema: JsonSchema; depth?: number }) {
  const plain = bare(schema)
  const name = nameOf(plain)
  if (name) return <p>{<ShapeName name={name} />}</p>
  const properties = Object.entries(plain.properties ?? {})
  if (properties.length > 0)
    return (
      <dl className={depth > 0 ? 'mt-1 ml-1 border-l border-line pl-3' : undefined}>
        {properties.map(([field, part]) => (
          <FieldLine
            key={field}
            name={field}
            required={plain.required?.includes(field) ?? false}
            schema={part}
            depth={depth}
          />
        ))}
      </dl>
    )
  const choices = choicesOf(plain)
  if (choices.some(({ properties: own }) => own))
    return (
      <ul className="grid gap-2">
        {choices.map((choice) => (
          <li key={JSON.stringify(choice)}>
            <p className="text-xs text-ink-3">One of them:</p>
            <Shape schema={choice} depth={depth + 1} />
          </li>
        ))}
      </ul>
    )
  if (plain.items) return <Listed schema={plain} depth={depth} />
  return <p className="text-sm text-ink-2">{[kindOf(plain), ...limitsOf(plain)].join(', ')}</p>
}

function Listed({ schema, depth }: { schema: JsonSchema; depth: number }) {
  return (
    <>
      <p className="text-sm text-ink-2">A list, each of:</p>
      <Shape schema={schema.items ?? {}} depth={depth + 1} />
    </>
  )
}

export function FieldLine({
  name,
  required,
  schema,
  depth = 0,
}: {
  name: string
  required: boolean
  schema: JsonSchema
  depth?: number
}) {
  const inner = insideOf(schema)
  const limits = limitsOf(schema)
  return (
    <div className="border-b border-line py-1.5 last:border-b-0">
      <dt className="flex flex-wrap items-baseline gap-x-2.5">
        <code className="font-mono text-sm font-semibold wrap-anywhere">{name}</code>
        <Kind schema={schema} />
        {!required && <span className="text-xs text-ink-3">optional</span>}
      </dt>
      <dd>
        {schema.description && <p className="text-sm text-ink-2">{schema.description}</p>}
        {limits.length > 0 && <p className="text-xs wrap-anywhere text-ink-3">{limits.join(' · ')}</p>}
        {inner && depth < DEEPEST && <Shape schema={inner} depth={depth + 1} />}
      </dd>
    </div>
  )
}

function Kind({ schema }: { schema: JsonSchema }) {
  const plain = bare(schema)
  const item = plain.items && bare(plain.items)
  const name = nameOf(plain) ?? (item && nameOf(item))
  if (name)
    return (
      <span className="text-xs text-ink-2">
        {item && 'list of '}
        <ShapeName name={name} />
      </span>
    )
  return <span className="text-xs wrap-anywhere text-ink-2">{kindOf(plain)}</span>
}

const ShapeName = ({ name }: { name: string }) => (
  <Link
    href={referenceLink(SHAPES, name)}
    className="text-accent underline decoration-line-strong underline-offset-2 hover:decoration-accent"
  >
    {name}
  </Link>
)

/** What there is to say below a field: the parts of an object, of a list's entries, or of its alternatives. */
function insideOf(schema: JsonSchema): JsonSchema | null {
  const plain = bare(schema)
  const one = plain.items ? bare(plain.items) : plain
  if (nameOf(one)) return null
  return one.properties || choicesOf(one).some(({ properties }) => properties) ? one : null
}
