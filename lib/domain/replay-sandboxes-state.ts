import type { SandboxChangeData } from './events/sandboxes.ts'
import type { SandboxState as State } from './sandbox/changes.ts'

export type SandboxState = { milestone: string; slug: string; title: string; base: number; state: State }
export type SandboxChangeState = {
  sandbox: number
  change: SandboxChangeData
  reason: string
  by: string | null
  seen: number
  leftOut: boolean
}
