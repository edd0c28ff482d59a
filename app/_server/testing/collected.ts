import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Requests } from './requests.ts'

const FOLDER = join(import.meta.dirname, '../nouns')
const ENDING = '.requests.ts'

const isRequests = (value: unknown): value is Requests =>
  typeof value === 'object' && value !== null && 'rows' in value

async function requestsIn(file: string): Promise<Requests> {
  const { requests }: { requests?: unknown } = await import(join(FOLDER, file))
  if (!isRequests(requests)) throw new Error(`${file} exports no requests.`)
  return requests
}

/** What tests know of every noun. */
export const COLLECTED: readonly Requests[] = await Promise.all(
  readdirSync(FOLDER)
    .filter((file) => file.endsWith(ENDING))
    .map(requestsIn),
)

/** Parts that the nouns bring, in one. Throws where two bring the same, which would hide one of them. */
export function merged<T>(parts: readonly (Readonly<Record<string, T>> | undefined)[]): Record<string, T> {
  const all: Record<string, T> = {}
  for (const [name, value] of parts.flatMap((part) => Object.entries(part ?? {}))) {
    if (name in all) throw new Error(`${name} is said twice.`)
    all[name] = value
  }
  return all
}
