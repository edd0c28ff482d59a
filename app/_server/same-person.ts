import { Failure } from '#lib/kit/failure.ts'
import { PERSON } from '#lib/http/speaker.ts'

/**
 * A browser has one session, and a page stays open while another person signs in beside it: what such a page asks is
 * neither done nor answered as somebody else. Whoever does not say for whom they ask is not asked.
 *
 * @param meant the handle that the request names; null when it names none
 * @throws other_person
 */
export function insistSamePerson(meant: string | null, now: { handle: string; name: string }): void {
  if (meant === null || meant === now.handle) return
  throw new Failure(
    'other_person',
    `You are signed in as ${now.name}, but another person opened this page. Reload it.`,
    { person: now.handle, name: now.name },
  )
}

/** The person of a request of the API, by its header. */
export const meantBy = (request: Request): string | null => request.headers.get(PERSON.header)
