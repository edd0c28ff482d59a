import { client, insistOn, type Client } from './wire.ts'

/** A person who is signed in: further connections of theirs need only the cookie. */
export type Visitor = Client & { cookie: string; another(): Client }

/** Signs in through the demo's one-click sign-in. Throws when that is off or knows no such person. */
export async function visitor(address: string, person: string): Promise<Visitor> {
  const entry = client(address)
  const answer = insistOn(200, await entry.post('/api/v1/demo/sign-in', { person }))
  entry.close()
  const cookie = (answer.headers['set-cookie'] ?? []).map((one) => one.split(';', 1)[0] ?? '').join('; ')
  return { ...client(address, cookie), cookie, another: () => client(address, cookie) }
}
