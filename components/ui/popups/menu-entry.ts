import type { ReactNode } from 'react'

/** A line of a menu. */
export type MenuEntry =
  | {
      kind: 'act'
      label: string
      act: () => void
      /** Stands at the right: a key, a date, a count. */
      hint?: string
      icon?: ReactNode
      /** Present for a choice: marked and announced as chosen or not. */
      checked?: boolean
      /** Stays open after the choice, for picking several. */
      stay?: boolean
      disabledReason?: string | null
    }
  | { kind: 'heading'; label: string }
  | { kind: 'line' }
