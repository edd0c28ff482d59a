import { otherThan } from '#app/_server/auth/answer.ts'
import { metrics } from '#app/_server/metrics.ts'

const absent = otherThan('GET', 'HEAD')
export { absent as DELETE, absent as PATCH, absent as POST, absent as PUT }

export const dynamic = 'force-dynamic'

export async function GET(): Promise<Response> {
  const { registry } = metrics()
  return new Response(await registry.metrics(), {
    headers: { 'content-type': registry.contentType, 'cache-control': 'no-store' },
  })
}
