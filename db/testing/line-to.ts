import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** What is done with a connection: passed on, ended as soon as it was accepted, or refused in PostgreSQL's own words. */
type Ways = 'through' | 'ended' | 'refused'

/** A line to the database over loopback, on which a test decides what becomes of each connection. */
export class LineTo {
  url = ''
  /** When each connection came, in milliseconds. */
  readonly opened: number[] = []
  way: (nth: number) => Ways = () => 'through'
  readonly #sockets = new Set<Socket>()
  readonly #server = createServer((near) => this.#accept(near))
  #wake = () => {}

  static async open(url: string): Promise<LineTo> {
    const line = new LineTo()
    await line.#listen(new URL(url))
    onTestFinished(() => {
      line.cut()
      line.#server.close()
    })
    return line
  }

  #far = (): Socket => connect(0)

  async #listen(target: URL): Promise<void> {
    const host = target.searchParams.get('host') ?? decodeURIComponent(target.hostname)
    const port = Number(target.port || 5432)
    this.#far = () => (host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host))
    this.#server.listen(0, '127.0.0.1')
    await once(this.#server, 'listening')
    // safe because a server that listens on a port, not on a pipe, has such an address
    const own = (this.#server.address() as AddressInfo).port
    target.searchParams.delete('host')
    this.url = target.href.replace(/@[^/]*\//, `@127.0.0.1:${own}/`)
  }

  #accept(near: Socket): void {
    this.opened.push(performance.now())
    this.#sockets.add(near)
    near.on('error', () => {})
    this.#wake()
    const way = this.way(this.opened.length)
    if (way === 'ended') near.end()
    else if (way === 'refused') near.end(refusal('53300', 'sorry, too many clients already'))
    else {
      const far = this.#far()
      this.#sockets.add(far)
      far.on('error', () => near.destroy())
      near.on('close', () => far.destroy())
      near.pipe(far).pipe(near)
    }
  }

  /** Done when so many connections came, counted from the first. */
  async came(count: number): Promise<void> {
    while (this.opened.length < count) await new Promise<void>((resolve) => (this.#wake = resolve))
  }

  /** Takes away every connection there is. */
  cut(): void {
    for (const socket of this.#sockets) socket.destroy()
    this.#sockets.clear()
  }
}

function refusal(code: string, message: string): Buffer {
  const fields = Buffer.from(`SFATAL\0VFATAL\0C${code}\0M${message}\0\0`)
  const head = Buffer.from('E\0\0\0\0')
  head.writeInt32BE(fields.length + 4, 1)
  return Buffer.concat([head, fields])
}
