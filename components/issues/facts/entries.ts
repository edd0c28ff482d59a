import type { MenuEntry } from '#components/ui/popups/menu-entry.ts'
import type { FactActs } from '#components/issues/command/fact-acts.ts'
import type { FactName } from '#lib/domain/facts/names.ts'
import type { Issue } from '#lib/contract/issues.ts'

import type { Option } from './look.tsx'
import { LOOKS } from './looks.ts'

type Held = { issue: Issue; facts: FactActs }

/** What a fact of one issue can be set to, with what it is now. */
export const factEntries = (name: FactName, { issue, facts }: Held): MenuEntry[] =>
  LOOKS[name].options.flatMap((option) =>
    entry(option, () => facts.set(issue, name, option.value), option.value === issue[name]),
  )

export function entry({ label, hint, icon, lined }: Option, act: () => void, checked?: boolean): MenuEntry[] {
  const shown = { ...(hint ? { hint } : {}), ...(checked === undefined ? {} : { checked }) }
  return [...(lined ? [{ kind: 'line' as const }] : []), { kind: 'act', label, icon, act, ...shown }]
}
