import { createServer, type AddressInfo, type Server } from 'node:net'
import { codeOf, OperatorError } from '#db/embedded/operator-error.ts'

/** Makes the server listen, and says on which port it does. Throws OperatorError when it cannot. */
export function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: Error) => reject(new OperatorError(whyNotListen(error, host, port))))
    server.listen(port, host, () => {
      // safe because a server that listens on a port, not on a pipe, has such an address
      resolve((server.address() as AddressInfo).port)
    })
  })
}

/** Tells at once, before the work of a start, whether the port is to be had. Throws OperatorError when it is not. */
export async function insistOnFreePort(host: string, port: number): Promise<void> {
  const probe = createServer()
  await listen(probe, host, port)
  await new Promise((resolve) => probe.close(resolve))
}

function whyNotListen(error: Error, host: string, port: number): string {
  const reasons: Record<string, string> = {
    EADDRINUSE: `Port ${port} is taken; stop what uses it, or set PORT to another, such as PORT=${port + 1}.`,
    EACCES: `Port ${port} may not be opened by this user; set PORT to a number above 1023.`,
    EADDRNOTAVAIL: `HOST (${host}) is no address of this machine; set it to 127.0.0.1, or to 0.0.0.0 for all of them.`,
    ENOTFOUND: `HOST (${host}) is not a known name; set it to 127.0.0.1, or to 0.0.0.0 for all addresses.`,
  }
  return (
    reasons[codeOf(error)] ??
    `Saydo cannot listen on ${host}, port ${port} (${error.message}); set HOST and PORT.`
  )
}

/** Where a browser on this machine finds it. */
export function addressOf(host: string, port: number): string {
  const everywhere = host === '0.0.0.0' || host === '::'
  const name = everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return `http://${name}:${port}`
}
