import { openApiDocument } from '#lib/http/openapi.ts'
import about from '../../../package.json' with { type: 'json' }

export function GET(): Response {
  return Response.json(openApiDocument(about.version), { headers: { 'cache-control': 'no-cache' } })
}
