import type { Refusal } from '#lib/kit/refusal.ts'

const READS = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * A write that a cookie vouches for has to come from a page of ours: the browser says so itself (`Sec-Fetch-Site`),
 * or names an origin that is exactly one of `allowedOrigin`. It also has to be JSON, which no form of another site can
 * send. Requests that carry an access token instead of a cookie are not asked.
 */
export function whyNotSameOrigin(request: Request, allowedOrigin: string[]): Refusal | null {
  if (READS.has(request.method)) return null
  const { headers } = request
  const site = headers.get('sec-fetch-site')
  const ours = site === null ? allowedOrigin.includes(headers.get('origin') ?? '') : site === 'same-origin'
  if (!ours) return { code: 'foreign_origin', because: 'Changes are accepted only from pages of this site.' }
  if (!isJson(headers.get('content-type'))) {
    return { code: 'not_json', because: 'Send JSON, with the header “Content-Type: application/json”.' }
  }
  return null
}

const isJson = (type: string | null) => type?.split(';', 1)[0]?.trim().toLowerCase() === 'application/json'
