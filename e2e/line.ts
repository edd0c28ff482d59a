import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** A connection to the server that a story can lose, and find again at the same address. */
export type Line = {
  address: string
  cut: () => Promise<void>
  repair: () => Promise<void>
  /** Nothing arrives any more in either direction, on streams that stay open and on whatever is opened. */
  hush: () => void
  /** What is opened from here on is heard again; streams that were hushed stay so. */
  speak: () => void
}

export async function aLineTo(address: string): Promise<Line> {
  const { hostname, port } = new URL(address)
  const open = new Set<Socket>()
  const streams = new Set<Socket>()
  /** What a browser has opened meanwhile, some of it ahead of need: no real line that says nothing lets that happen. */
  const mute = new Set<Socket>()
  let isHushed = false
  const server = createServer((near) => {
    const far = connect(Number(port), hostname)
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(socket)
      socket.on('error', () => {})
      socket.once('close', () => {
        open.delete(socket)
        streams.delete(socket)
        other.destroy()
      })
      if (isHushed) mute.add(socket)
      else socket.pipe(other)
    }
    far.on('data', (chunk) => {
      if (String(chunk).includes('text/event-stream')) streams.add(near).add(far)
    })
  })
  const listen = async (at: number) => {
    server.listen(at, hostname)
    await once(server, 'listening')
    // safe because a server that listens on a port, not on a pipe, has such an address
    return (server.address() as AddressInfo).port
  }
  const own = await listen(0)
  return {
    address: `http://${hostname}:${own}`,
    async cut() {
      const closed = once(server, 'close')
      server.close()
      for (const socket of open) socket.destroy()
      await closed
    },
    async repair() {
      await listen(own)
    },
    hush() {
      isHushed = true
      for (const socket of open) {
        if (streams.has(socket)) socket.unpipe().resume()
        else socket.destroy()
      }
    },
    speak() {
      isHushed = false
      for (const socket of mute) socket.destroy()
      mute.clear()
    },
  }
}
