import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Act } from '../permissions.ts'

/**
 * Who may what, written a second time: by act, a mark for stakeholder, counterpart, engineer, product manager,
 * engineering manager and administrator.
 */
export type Picture = Partial<Record<Act, string>>

const FOLDER = join(import.meta.dirname, 'rights')

/** The picture of every noun, in one. Throws where two draw the same act, which would hide one of them. */
export async function everyPicture(): Promise<Record<string, unknown>> {
  const all: Record<string, unknown> = {}
  for (const file of readdirSync(FOLDER)) {
    const { rights = {} }: { rights?: object } = await import(join(FOLDER, file))
    for (const [act, marks] of Object.entries(rights)) {
      if (act in all) throw new Error(`${act} is drawn twice.`)
      all[act] = marks
    }
  }
  return all
}
