import type { MenuEntry } from '#components/ui/popups/menu-entry.ts'
import type { What } from '#components/commands/issue-commands.ts'
import { LOOKS } from '#components/issues/facts/looks.ts'
import { isFact } from '#lib/domain/facts/names.ts'

import type { Chosen } from './chosen.ts'
import {
  assignEntries,
  epicEntries,
  factEntries,
  labelEntries,
  milestoneEntries,
  statusEntries,
  teamEntries,
  typeEntries,
  weightEntries,
} from './pickers.ts'

/** A question that a menu answers. */
type MenuFacts = {
  title: string
  /** Of the field that narrows it. */
  search?: string
  entries: (chosen: Chosen, typed: string) => MenuEntry[]
}

const MENUS: Partial<Record<What, MenuFacts>> = {
  status: { title: 'Status', entries: statusEntries },
  assign: { title: 'Assignees', search: 'Find a person', entries: assignEntries },
  labels: { title: 'Labels', search: 'Find a label', entries: (chosen) => labelEntries(chosen) },
  add_labels: { title: 'Labels', search: 'Find a label', entries: (chosen) => labelEntries(chosen, ['add']) },
  remove_labels: {
    title: 'Labels',
    search: 'Find a label',
    entries: (chosen) => labelEntries(chosen, ['remove']),
  },
  milestone: { title: 'Milestone', search: 'Find a milestone', entries: milestoneEntries },
  weight: { title: 'Weight', search: 'Type a weight', entries: weightEntries },
  type: { title: 'Type', entries: typeEntries },
  epic: { title: 'Epic', search: 'Find an epic', entries: epicEntries },
  team: { title: 'Team', entries: teamEntries },
}

/** The menu that answers it; null where a dialog does. */
export function menuOf(what: What): MenuFacts | null {
  if (!isFact(what)) return MENUS[what] ?? null
  return LOOKS[what].options.length === 0
    ? null
    : { title: LOOKS[what].menu, entries: (chosen) => factEntries(chosen, what) }
}
