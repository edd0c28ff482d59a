import type { Refusal } from '#lib/kit/refusal.ts'
import { isVisible } from '#lib/kit/visible.ts'

import { isState } from './workflow.ts'
import type { State } from './workflow.ts'

/** A label as the rules see it: its scope follows from its title, its meaning from the group's settings. */
export type LabelFact = { id: string; title: string; meaning: string | null }

export type LabelChange = { added: LabelFact[]; removed: LabelFact[] }

export const WORK_TYPES = ['bug', 'maintenance', 'feature', 'ignore'] as const
export type WorkType = (typeof WORK_TYPES)[number]

/** What a label stands for. Rules ask for meanings, so that a group can rename every label it has. */
export type Meaning =
  | `type.${WorkType}`
  | `workflow.${State}`
  | 'deliverable'
  | 'spike'
  | 'group'
  | 'stage'
  | 'section'
  | `category.${string}`
  | `severity.${1 | 2 | 3 | 4}`
  | `priority.${1 | 2 | 3 | 4}`

const LONE_MEANINGS: ReadonlySet<string> = new Set(['deliverable', 'spike', 'group', 'stage', 'section'])
/** Families of meanings of which an issue holds at most one, whatever the labels are called today. */
const ONE_OF: ReadonlySet<string> = new Set(['type', 'workflow', 'severity', 'priority'])

export function isMeaning(text: string): text is Meaning {
  if (LONE_MEANINGS.has(text)) return true
  const [family, value] = split(text, '.', text.indexOf('.'))
  if (family === 'type') return isWorkType(value)
  if (family === 'workflow') return isState(value)
  if (family === 'severity' || family === 'priority') return /^[1-4]$/.test(value)
  return family === 'category' && value.trim() !== ''
}

/** The scope of `workflow::backend::review` is `workflow::backend`: everything before the last '::'. */
export function scopeOf(title: string): string | null {
  return split(title, '::', title.lastIndexOf('::'))[0] || null
}

/** Titles are compared case-sensitively; lists of titles are written with commas, so a title holds none. */
export function whyNotLabelTitle(title: string): Refusal | null {
  if (!isVisible(title)) return { code: 'title_missing', because: 'Enter a title.' }
  if (title !== title.trim()) return { code: 'title_spaces', because: 'Remove the spaces around the title.' }
  if (title.includes(',')) return { code: 'title_comma', because: 'A label title cannot contain a comma.' }
  if (/\p{Cc}/u.test(title))
    return { code: 'title_control', because: 'A label title is one line of plain text.' }
  if ([...title].length > 255) {
    return { code: 'title_long', because: 'A label title has at most 255 characters.' }
  }
  return null
}

/** What setting a label changes: it comes on, the other of its scope goes off. Setting a held label changes nothing. */
export function withLabel(held: readonly LabelFact[], add: LabelFact): LabelChange {
  if (held.some((label) => label.id === add.id)) return { added: [], removed: [] }
  return { added: [add], removed: held.filter((label) => excludes(label, add)) }
}

/** One act says one thing: of labels that exclude each other one alone is put on, and none that is taken off as well. */
export function whyNotTogether(add: readonly LabelFact[], remove: readonly LabelFact[] = []): Refusal | null {
  for (const [at, one] of add.entries()) {
    if (remove.some(({ id }) => id === one.id))
      return { code: 'on_and_off', because: `“${one.title}” cannot be added and removed at once.` }
    const other = add.slice(at + 1).find((later) => later.id !== one.id && excludes(one, later))
    if (!other) continue
    const because = `An issue has only one of “${one.title}” and “${other.title}”. Choose one.`
    return { code: 'labels_exclude', because }
  }
  return null
}

/** Fixes a conflict: of the labels that exclude each other, the named one stays. */
export function keepLabel(held: readonly LabelFact[], keep: LabelFact): LabelChange {
  return { added: [], removed: held.filter((label) => label.id !== keep.id && excludes(label, keep)) }
}

/** The labels after a change, the new ones last. */
export function afterChange(held: readonly LabelFact[], { added, removed }: LabelChange): LabelFact[] {
  const off = new Set(removed.map((label) => label.id))
  return [...held.filter((label) => !off.has(label.id)), ...added]
}

/** Imported issues may hold two labels of one scope: shown as conflicts to fix, never dropped silently. */
export function conflictsOf(held: readonly LabelFact[]): { scope: string; titles: string[] }[] {
  const byScope = shared(held, (label) => scopeOf(label.title))
  const byMeaning = shared(held, (label) => familyOf(label.meaning))
  const types = new Set(held.map(typeOfLabel).filter((type) => type !== null))
  const byType = types.size > 1 ? shared(held, (label) => typeOfLabel(label) && 'type') : []
  const titleSets = byScope.map(({ titles }) => new Set(titles))
  return [
    ...byScope,
    ...[...byMeaning.filter(({ scope }) => scope !== 'type'), ...byType].filter(
      ({ titles }) => !titleSets.some((set) => titles.every((t) => set.has(t))),
    ),
  ]
}

/** Handbook › Organisational Labels: "issues should contain the relevant ~type: and subtype labels." */
export function impliedType(title: string): WorkType | null {
  const scope = scopeOf(title)
  return scope !== null && isWorkType(scope) ? scope : null
}

/** The type that a label means or implies: of labels that say different types an issue holds one. */
export function typeOfLabel({ title, meaning }: LabelFact): WorkType | null {
  const type = meaning?.startsWith('type.') ? meaning.slice('type.'.length) : ''
  return isWorkType(type) ? type : impliedType(title)
}

/** The type an issue says it has: by a label that means a type, otherwise by a sub-type that implies one. */
export function typeOf(held: readonly LabelFact[]): WorkType | null {
  for (const { meaning } of held) {
    const type = meaning?.startsWith('type.') ? meaning.slice('type.'.length) : ''
    if (isWorkType(type)) return type
  }
  return held.map((label) => impliedType(label.title)).find((type) => type !== null) ?? null
}

/** Where an issue stands in the workflow; of two states in conflict, the first held. */
export function stateOf(held: readonly LabelFact[]): State | null {
  for (const { meaning } of held) {
    const state = meaning?.startsWith('workflow.') ? meaning.slice('workflow.'.length) : ''
    if (isState(state)) return state
  }
  return null
}

export function means(held: readonly LabelFact[], meaning: Meaning): boolean {
  return held.some((label) => label.meaning === meaning)
}

function excludes(a: LabelFact, b: LabelFact): boolean {
  const [scope, family, type] = [scopeOf(a.title), familyOf(a.meaning), typeOfLabel(a)]
  if (scope !== null && scope === scopeOf(b.title)) return true
  if (family !== null && family === familyOf(b.meaning)) return true
  const other = typeOfLabel(b)
  return type !== null && other !== null && type !== other
}

function familyOf(meaning: string | null): string | null {
  const family = meaning?.split('.', 1)[0] ?? ''
  return ONE_OF.has(family) ? family : null
}

function shared(held: readonly LabelFact[], keyOf: (label: LabelFact) => string | null) {
  const titles = new Map<string, string[]>()
  for (const label of held) {
    const key = keyOf(label)
    if (key !== null) titles.set(key, [...(titles.get(key) ?? []), label.title])
  }
  return [...titles].filter(([, two]) => two.length > 1).map(([scope, titles]) => ({ scope, titles }))
}

export function isWorkType(text: string): text is WorkType {
  return WORK_TYPES.some((type) => type === text)
}

function split(text: string, mark: string, at: number): [string, string] {
  return at < 0 ? ['', ''] : [text.slice(0, at), text.slice(at + mark.length)]
}
