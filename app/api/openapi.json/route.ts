import { otherThan } from '#app/_server/auth/answer.ts'
import { openApiDocument } from '#lib/http/openapi.ts'
import about from '../../../package.json' with { type: 'json' }

const absent = otherThan('GET', 'HEAD')
export { absent as DELETE, absent as PATCH, absent as POST, absent as PUT }

export function GET(): Response {
  return Response.json(openApiDocument(about.version), { headers: { 'cache-control': 'no-cache' } })
}
