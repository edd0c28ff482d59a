import type { IncomingMessage, ServerResponse } from 'node:http'

/** Bytes, and milliseconds. Whoever sends more, or takes longer, is sending for nothing. */
const [MOST_LEFT, PATIENCE] = [2_000_000, 5000]

/**
 * An answer may go out before its request is read to the end, such as “too large”. What is left of the body lies before
 * the next request on the connection, so it is read and thrown away; where it has no end in sight, the connection ends.
 */
export function drainWhatIsLeft(request: IncomingMessage, response: ServerResponse): void {
  response.once('finish', () => {
    if (request.complete) return
    // Whoever read it so far has stopped, or would keep what nobody asks for any more.
    request.removeAllListeners('data')
    request.removeAllListeners('readable')
    let left = MOST_LEFT
    request.on('data', (part: Buffer) => {
      left -= part.byteLength
      if (left < 0) request.destroy()
    })
    const late = setTimeout(() => request.destroy(), PATIENCE)
    request.once('close', () => clearTimeout(late))
    request.resume()
  })
}
