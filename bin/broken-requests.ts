import { STATUS_CODES } from 'node:http'
import { codeOf } from '#db/embedded/operator-error.ts'
import { closedPolicy, guards, type GuardedServer } from './response.ts'

/** Requests that are no HTTP never become a response object; their answer is written by hand, with the same headers. */
export function answerBrokenRequests(server: GuardedServer): void {
  server.on('clientError', (error, socket) => {
    if (!socket.writable || codeOf(error) === 'ECONNRESET') return void socket.destroy()
    const status = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 }[codeOf(error)] ?? 400
    const headers = { ...guards, 'content-security-policy': closedPolicy, 'cache-control': 'no-store' }
    const lines = Object.entries({ ...headers, connection: 'close', 'content-length': '0' })
    socket.end(
      [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines.map((line) => line.join(': ')), '', ''].join(
        '\r\n',
      ),
    )
  })
}
