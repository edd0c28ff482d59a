import { offerSetup } from '#db/commands/first-run.ts'
import { pool } from '#db/connection.ts'
import { demoIsOpen } from './site.ts'

/**
 * The one-time link that sets up the first administrator, for whoever starts Saydo to read; null when somebody can
 * sign in already, or when the demo lets everyone in.
 * @param baseUrl where people reach this installation, e.g. `https://saydo.example`
 */
export async function setupLink(baseUrl: string, now = new Date()): Promise<string | null> {
  if (demoIsOpen()) return null
  const token = await offerSetup(pool(), now)
  return token && new URL(`/first-run?token=${token}`, baseUrl).href
}
