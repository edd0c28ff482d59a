import { insistSameOrigin, noSuchAddress } from './answer.ts'
import { demoIsOpen, isLoopback } from './site.ts'

/** Whether this request may see the demo's people: the demo is open, and the request was addressed to this machine. */
export const seesDemo = (headers: Headers): boolean => demoIsOpen() && isLoopback(headers.get('host') ?? '')

/**
 * Lets a demo sign-in pass. A browser has to come from a page of ours, as with every write; a script on this machine,
 * which sends neither of the headers that browsers cannot leave out, need not pretend to be one.
 * @throws not_found outside the demo; forbidden for a page of another site
 */
export function insistDemo(request: Request): void {
  const { headers } = request
  if (!seesDemo(headers)) throw noSuchAddress()
  if (!headers.has('origin') && !headers.has('sec-fetch-site')) return
  insistSameOrigin(request)
}
