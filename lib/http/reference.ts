import { api, sessionEndpoints } from '#lib/contract/api.ts'
import { type Access, type Endpoint, type Method, pathNames } from '#lib/contract/endpoint.ts'
import { exampleOf } from './example.ts'
import type { JsonSchema } from './json-schema.ts'
import { openApiDocument } from './openapi.ts'

export type Field = { name: string; in: string; required: boolean; schema: JsonSchema }

export type Operation = {
  /** `issues.take`; the part after the dot is its anchor on the page of its noun. */
  id: string
  method: Method
  path: string
  summary: string
  access: Access
  fields: Field[]
  body: JsonSchema | null
  answer: JsonSchema
  media: string
  /** A request that its shape accepts: the path with its query, and the body. */
  example: { path: string; body: unknown }
}

export type Noun = { name: string; operations: Operation[] }

export type Reference = { version: string; nouns: Noun[]; shapes: { name: string; schema: JsonSchema }[] }

/** What the OpenAPI document says, in the order in which people look for it: noun by noun. */
export function reference(version: string): Reference {
  const { paths = {}, components } = openApiDocument(version)
  const nouns = new Map<string, Operation[]>()
  for (const endpoint of [...api, ...sessionEndpoints]) {
    const name = endpoint.id.split('.')[0] ?? ''
    nouns.set(name, [...(nouns.get(name) ?? []), operationOf(endpoint, plain(paths[endpoint.path]))])
  }
  const shapes = Object.entries(plain<Record<string, JsonSchema>>(components?.schemas))
  return {
    version,
    nouns: [...nouns]
      .map(([name, operations]) => ({ name, operations: operations.toSorted(byPath) }))
      .toSorted((a, b) => a.name.localeCompare(b.name)),
    shapes: shapes
      .map(([name, schema]) => ({ name, schema }))
      .toSorted((a, b) => a.name.localeCompare(b.name)),
  }
}

/** The short addresses first, and reading before writing: that is how people come to know a noun. */
const byPath = (a: Operation, b: Operation) =>
  depthOf(a) - depthOf(b) || a.path.localeCompare(b.path) || ORDER.indexOf(a.method) - ORDER.indexOf(b.method)

const depthOf = ({ path }: Operation) => path.split('/').length
const ORDER: readonly Method[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

type Printed = {
  parameters?: { name: string; in: string; required?: boolean; schema: JsonSchema }[]
  requestBody?: { content: Record<string, { schema: JsonSchema }> }
  responses: Record<string, { content: Record<string, { schema: JsonSchema }> }>
}

/** The document as it goes over the wire, read as what it is: safe because the library prints JSON Schema. */
const plain = <T = Record<string, Printed>>(part: unknown): T => JSON.parse(JSON.stringify(part ?? {}))

function operationOf(endpoint: Endpoint, printed: Record<string, Printed>): Operation {
  const method = endpoint.method.toLowerCase()
  const { parameters = [], requestBody, responses } = printed[method] ?? { responses: {} }
  const media = endpoint.media ?? 'application/json'
  const fields = parameters.map(({ name, in: place, required = false, schema }) => ({
    name,
    in: place,
    required,
    schema,
  }))
  const body = requestBody?.content['application/json']?.schema ?? null
  return {
    id: endpoint.id,
    method: endpoint.method,
    path: endpoint.path,
    summary: endpoint.summary,
    access: endpoint.access,
    fields,
    body,
    answer: responses['200']?.content[media]?.schema ?? {},
    media,
    example: { path: examplePath(endpoint.path, fields), body: body && exampleOf(body) },
  }
}

/** Only what a query has to hold is in it; the names of the path are those that people say. */
function examplePath(path: string, fields: Field[]): string {
  const value = (name: string) => {
    const field = fields.find((one) => one.name === name)
    return String(exampleOf(field?.schema ?? {}, name))
  }
  const filled = pathNames(path).reduce(
    (text, name) => text.replace(`{${name}}`, encodeURIComponent(value(name))),
    path,
  )
  const query = new URLSearchParams(
    fields
      .filter((field) => field.in === 'query' && field.required)
      .flatMap(({ name, schema }) => [exampleOf(schema, name)].flat().map((one) => [name, String(one)])),
  ).toString()
  return query ? `${filled}?${query}` : filled
}
