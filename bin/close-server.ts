import type { ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import type { GuardedServer } from './response.ts'

/** How long requests under way may take to finish, in milliseconds. */
const patience = 10_000

/**
 * How to close this server: it takes no more connections, ends live streams (their readers reconnect later, knowing
 * where they stopped) and waits for the requests under way. A second call waits no longer.
 */
export function closeServer(server: GuardedServer): () => Promise<void> {
  const underWay = new Set<ServerResponse>()
  const sockets = new Set<Duplex>()
  let closed: Promise<void> | null = null

  server.on('request', (_, response) => {
    underWay.add(response)
    response.once('close', () => underWay.delete(response))
  })
  server.on('upgrade', (_, socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })

  return async () => {
    if (closed) server.closeAllConnections()
    closed ??= new Promise((resolve) => server.close(() => resolve()))
    for (const socket of sockets) socket.destroy()
    for (const response of underWay) {
      if (String(response.getHeader('content-type')).startsWith('text/event-stream')) response.end()
    }
    // A connection outlives the answer that it carried, above all a live stream's: nobody may hold us up with one.
    const idle = setInterval(() => server.closeIdleConnections(), 50)
    const late = setTimeout(() => server.closeAllConnections(), patience)
    await closed
    clearTimeout(late)
    clearInterval(idle)
  }
}
