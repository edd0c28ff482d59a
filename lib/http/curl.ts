import type { Example } from '#lib/contract/examples.ts'

type Request = Pick<Example, 'method' | 'path' | 'body' | 'headers' | 'who' | 'streams'>

/** The request as people type it: `$SAYDO` is where the server is, `$ISSUE` what an earlier answer gave. */
export function asCurl({ method, path, body, headers = {}, who, streams }: Request): string {
  const own = { 'signs in': ['-c jar'], 'as them': ['-b jar'], alone: [] }[who]
  const json = body === undefined ? [] : [`-d ${quoted(JSON.stringify(body))}`]
  const writes = method !== undefined
  const allHeaders = {
    ...(writes ? { 'content-type': 'application/json' } : {}),
    // A browser says so by itself; without it a stranger's page could write with somebody's cookie.
    ...(writes && who === 'as them' ? { 'sec-fetch-site': 'same-origin' } : {}),
    ...headers,
  }
  const first = [
    'curl',
    ...own,
    ...(streams ? ['-N'] : []),
    // With data it is a POST by itself.
    ...(writes && (body === undefined || method !== 'POST') ? [`-X ${method}`] : []),
    `"$SAYDO${variables(path)}"`,
  ].join(' ')
  return [first, ...Object.entries(allHeaders).map(headerWord), ...json].join(' \\\n  ')
}

const headerWord = ([name, value]: [string, string]) =>
  value.includes('{') ? `-H "${name}: ${variables(value)}"` : `-H '${name}: ${value}'`

const variables = (text: string) => text.replaceAll(/\{([A-Z]+)\}/g, '$$$1')

const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`
