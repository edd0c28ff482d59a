import type { Refusal } from '#lib/kit/refusal.ts'

import { WORK_TYPES } from './labels.ts'
import { STATES } from './workflow.ts'

const DEGREES = ['1', '2', '3', '4'] as const

/** What a label may mean to the rules, but for categories, of which a group has its own. */
export const FIXED_MEANINGS: readonly string[] = [
  ...WORK_TYPES.map((type) => `type.${type}`),
  ...STATES.map((state) => `workflow.${state}`),
  'deliverable',
  'spike',
  'group',
  'stage',
  'section',
  ...DEGREES.map((degree) => `severity.${degree}`),
  ...DEGREES.map((degree) => `priority.${degree}`),
]

const WORDS: Record<string, string> = {
  deliverable: 'Deliverable',
  spike: 'Spike',
  group: 'The label of the group',
  stage: 'The label of the stage',
  section: 'The label of the section',
}
const FAMILIES: Record<string, string> = {
  type: 'Type',
  workflow: 'Workflow',
  severity: 'Severity',
  priority: 'Priority',
  category: 'Category',
}

const ORGANISATIONAL: ReadonlySet<string> = new Set(['group', 'stage', 'section'])

/** Handbook › Organisational Labels: those that say whose an issue is. */
export const isOrganisational = (meaning: string | null): boolean =>
  meaning !== null && (ORGANISATIONAL.has(meaning) || meaning.startsWith('category.'))

/** As people say it: “Workflow: in dev”. */
export function meaningTitle(meaning: string): string {
  const [family = '', value = ''] = split(meaning)
  return WORDS[meaning] ?? `${FAMILIES[family] ?? family}: ${value.replaceAll('-', ' ')}`
}

/** The meaning of a category, from the last part of its label's title: “Category:Self-Hosted models”. */
export function categoryOf(title: string): string {
  const name = title.split(':').at(-1) ?? ''
  return `category.${name
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')}`
}

export type LabelUses = { title: string; issues: number; boards: number }

/** What is in use would take something from issues and boards that the person does not see now. */
export function whyNotRemoveLabel({ title, issues, boards }: LabelUses): Refusal | null {
  const uses = [counted(issues, 'issue'), counted(boards, 'board')].filter((text) => text !== '')
  if (uses.length === 0) return null
  return {
    code: 'label_in_use',
    because: `“${title}” is used by ${uses.join(' and ')}. Remove it there first.`,
  }
}

const counted = (count: number, noun: string) =>
  count === 0 ? '' : `${count} ${noun}${count === 1 ? '' : 's'}`

function split(meaning: string): [string, string] {
  const at = meaning.indexOf('.')
  return at < 0 ? [meaning, ''] : [meaning.slice(0, at), meaning.slice(at + 1)]
}
