import { join } from 'node:path'
import { builtFrom } from './build.ts'
import { guardedServer, type Guard } from './guarded-server.ts'
import { addressOf, listen } from './listen.ts'
import { packedFiles, type Packed } from './packed-files.ts'

const root = join(import.meta.dirname, '..')

export type Serving = {
  /** Where a browser finds it, such as http://127.0.0.1:3000. */
  address: string
  /** Takes no more requests, ends live streams and waits up to 10 s for the rest. A second call waits no longer. */
  close(): Promise<void>
}

/** The one HTTP server in front of the pages and the API. Throws OperatorError when it cannot listen. */
export async function serve({
  host,
  port,
  ...guard
}: { host: string; port: number } & Guard): Promise<Serving> {
  // Next decides at import which React it loads.
  Object.assign(process.env, {
    NODE_ENV: guard.dev ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    SAYDO_BUILD: guard.dev ? 'dev' : await builtFrom(),
  })
  const { default: next } = await import('next')
  const app = next({ dev: guard.dev, dir: root, hostname: host, port })
  await quietly(!guard.dev, () => app.prepare())
  const packed = guard.dev ? asTheyAre : await packedFiles(join(root, '.next'))
  const answer = app.getRequestHandler()
  const { server, close } = guardedServer(guard, async (request, response) => {
    packed(request, response)
    await answer(request, response)
  })
  const address = addressOf(host, await listen(server, host, port))
  return {
    address,
    async close() {
      await close()
      await app.close()
    },
  }
}

const asTheyAre: Packed = () => {}

/** Next tells how long it took to read its settings; a start has more important things to say. */
async function quietly(quiet: boolean, work: () => Promise<void>): Promise<void> {
  const { log } = console
  if (quiet) console.log = () => {}
  await work().finally(() => (console.log = log))
}
