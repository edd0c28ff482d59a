import { z } from 'zod'
import { createDocument, type ZodOpenApiPathsObject } from 'zod-openapi'
import { api, sessionEndpoints, namedShapes } from '#lib/contract/api.ts'
import { type Endpoint, pathNames, takesKey } from '#lib/contract/endpoint.ts'
import { problem } from '#lib/contract/problem.ts'
import { PERSON } from './speaker.ts'

/** OpenAPI 3.1, printed from the very shapes that guard the wire. */
export function openApiDocument(version: string) {
  const paths: ZodOpenApiPathsObject = {}
  for (const endpoint of [...api, ...sessionEndpoints]) {
    paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method.toLowerCase()]: operationOf(endpoint) }
  }
  return createDocument({
    openapi: '3.1.1',
    info: {
      title: 'Saydo',
      version,
      description: 'Who owns what, who drives it, what is committed, what is done.',
    },
    servers: [{ url: '/api/v1' }],
    security: [{ session: [] }, { token: [] }],
    paths,
    components: {
      schemas: namedShapes,
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'saydo.session' },
        token: { type: 'http', scheme: 'bearer', description: 'A personal access token, “saydo_…”' },
      },
    },
  })
}

const idempotency = z.object({
  'Idempotency-Key': z.string().optional().meta({
    description:
      'A retry with the same key gets the same answer and changes nothing; a secret is not shown again. The key is refused with another request.',
  }),
})

const forPerson = z.object({
  [PERSON.header]: z.string().optional().meta({
    description:
      'The handle of the expected person, as a page sends it. When another person is signed in, or owns the access token, the answer is 409 with the code other_person and nothing is changed. Without the header there is no check.',
  }),
})

/** What an operation takes beside its path, query and body. */
function headersOf(endpoint: Endpoint) {
  if (endpoint.method === 'GET' || endpoint.access === 'anyone') return {}
  return { header: takesKey(endpoint) ? forPerson.extend(idempotency.shape) : forPerson }
}

function operationOf(endpoint: Endpoint) {
  const inPath = pathNames(endpoint.path)
  const pick = (keep: (name: string) => boolean) =>
    z.strictObject(Object.fromEntries(Object.entries(endpoint.input.shape).filter(([name]) => keep(name))))
  const rest = pick((name) => !inPath.includes(name))
  const hasRest = Object.keys(rest.shape).length > 0
  return {
    operationId: endpoint.id,
    summary: endpoint.summary,
    tags: [endpoint.id.split('.')[0] ?? ''],
    ...securityOf(endpoint),
    requestParams: {
      path: pick((name) => inPath.includes(name)),
      ...(endpoint.method === 'GET' && hasRest ? { query: rest } : {}),
      ...headersOf(endpoint),
    },
    ...(endpoint.method !== 'GET' && hasRest
      ? { requestBody: { required: true, content: { 'application/json': { schema: rest } } } }
      : {}),
    responses: {
      '200': {
        description: 'Success',
        content: { [endpoint.media ?? 'application/json']: { schema: endpoint.output } },
      },
      default: {
        description: 'A problem',
        content: { 'application/problem+json': { schema: problem } },
      },
    },
  }
}

/** Where it is not as everywhere: open to anybody, or closed to tokens. */
function securityOf({ access }: Endpoint): { security?: Record<string, never[]>[] } {
  if (access === 'anyone') return { security: [] }
  return access === 'in_person' ? { security: [{ session: [] }] } : {}
}
