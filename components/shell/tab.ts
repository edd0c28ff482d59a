import { newKey } from './new-key.ts'

const PREFIX = 'saydo.tab.'
const KEPT = 'saydo.tab'
/** A page that is reloaded gives its name free by then; one whose tab was copied does not. */
const FREED_MS = 1_000

let own: Promise<string> | null = null

/** The name of this tab. It lasts over a reload, and no other tab has it, also none that is a copy of this one. */
export const ownTab = (): Promise<string> => (own ??= nameTab())

async function nameTab(): Promise<string> {
  const before = kept()
  if (before !== null && (await isHeld(before, AbortSignal.timeout(FREED_MS)))) return before
  const fresh = newKey()
  await isHeld(fresh)
  try {
    sessionStorage.setItem(KEPT, fresh)
  } catch {}
  return fresh
}

/** The names of all tabs of this browser that are open. Plain http knows no locks, and this tab alone. */
export async function livingTabs(): Promise<ReadonlySet<string>> {
  const tab = await ownTab()
  if (!('locks' in navigator)) return new Set([tab])
  const { held = [] } = await navigator.locks.query()
  const names = held.flatMap(({ name = '' }) => (name.startsWith(PREFIX) ? [name.slice(PREFIX.length)] : []))
  return new Set([tab, ...names])
}

/** Holds the name for as long as the page is there; false when another page holds it. */
function isHeld(name: string, signal?: AbortSignal): Promise<boolean> {
  if (!('locks' in navigator)) return Promise.resolve(true)
  return new Promise((resolve) => {
    const hold = () => {
      resolve(true)
      return new Promise<never>(() => {})
    }
    navigator.locks.request(PREFIX + name, signal ? { signal } : {}, hold).catch(() => resolve(false))
  })
}

function kept(): string | null {
  try {
    return sessionStorage.getItem(KEPT)
  } catch {
    return null
  }
}
