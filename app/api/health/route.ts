import { otherThan } from '#app/_server/auth/answer.ts'
import { health } from '#app/_server/health.ts'

const absent = otherThan('GET', 'HEAD')
export { absent as DELETE, absent as PATCH, absent as POST, absent as PUT }

export const dynamic = 'force-dynamic'

/** 200 when every part answers, else 503; the body says which part does not. Public: it names parts, never people. */
export async function GET(): Promise<Response> {
  const parts = await health()
  const ok = Object.values(parts).every((part) => part === 'ok')
  return Response.json(
    { status: ok ? 'ok' : 'degraded', parts },
    {
      status: ok ? 200 : 503,
      headers: { 'cache-control': 'no-store', ...(ok ? {} : { 'retry-after': '2' }) },
    },
  )
}
