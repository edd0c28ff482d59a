import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { dirname, join } from 'node:path'
import { finish, launch, root, type Child } from './child.ts'
import { tell } from './tell.ts'

const folder = join(root, '.cache', 'bench', 'bare-next')
const next = join(root, 'node_modules', 'next', 'dist', 'bin', 'next')
const bytes = join(folder, 'bytes')

/** An answer to repeat: the body as it went over the wire, packed or not; here nothing packs it again. */
type Same = { body: Buffer; etag: string }

/**
 * The floor under our API: an application of one route, that says the same bytes to everybody from memory, built with
 * the same Next and served by it alone.
 */
export async function startBareNext({ body, etag }: Same): Promise<Child> {
  await buildOnce()
  await writeFile(bytes, body)
  const env = { ...quiet, BENCH_BYTES: bytes, BENCH_ETAG: etag }
  const task = { args: [next, 'start', folder, '-p', '0', '-H', '127.0.0.1'], env, cwd: folder }
  return await launch(task, /Local:\s+(http:\/\/\S+)/)
}

const quiet = { NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production', PORT: '' }

async function buildOnce(): Promise<void> {
  const stamp = join(folder, '.next', 'made-from')
  const made = await readFile(join(root, 'node_modules', 'next', 'package.json'))
  const sources = createHash('sha256').update(made).update(JSON.stringify(files)).digest('hex')
  if ((await readFile(stamp, 'utf8').catch(() => '')) === sources) return
  tell('Building the bare Next application, once …')
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  await finish({ args: [next, 'build', folder], env: quiet, cwd: folder })
  await writeFile(stamp, sources)
}

const files = {
  'package.json': JSON.stringify({ name: 'bare-next', private: true, type: 'module' }),
  // It lies below our own folder, whose packages it uses.
  'next.config.mjs': `export default { turbopack: { root: ${JSON.stringify(root)} }, poweredByHeader: false, compress: false }\n`,
  'app/bytes/route.js': `import { readFileSync } from 'node:fs'

export const dynamic = 'force-dynamic'

// While it is built there is nothing to say yet.
const path = process.env.BENCH_BYTES
const bytes = path ? readFileSync(/* turbopackIgnore: true */ path) : ''
const etag = process.env.BENCH_ETAG
const headers = { etag, 'cache-control': 'private, no-cache', vary: 'accept-encoding' }

export function GET(request) {
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers })
  return new Response(bytes, { headers: { ...headers, 'content-type': 'application/octet-stream' } })
}
`,
}
