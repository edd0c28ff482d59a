import { whyNotDay } from './days.ts'
import { CLOSE_REASONS, closeReasonTitle } from './issues.ts'
import type { CloseReason } from './issues.ts'
import type { Act } from './permissions.ts'
import { linesOf } from './prose.ts'

/** An act that stands as a line of its own in a text: `/weight 2`. People are handles in small letters, or 'me'. */
export type QuickAction =
  | { act: 'assign' | 'unassign'; people: string[] }
  | { act: 'label' | 'unlabel' | 'relabel'; labels: string[] }
  /** As people say it: the title, the beginning of one, or null for none. */
  | { act: 'milestone'; milestone: string | null }
  | { act: 'weight'; weight: number | null }
  | { act: 'blocked'; need: string; from: string }
  | { act: 'close'; reason: CloseReason }
  | { act: 'reopen' | 'take' }
  | { act: 'epic'; epic: number | null }
  | { act: 'dri'; person: string; context: string }
  | { act: 'due'; due: string | null }
  | { act: 'confidential'; confidential: boolean }
  | { act: 'duplicate'; of: number }
  | { act: 'push_back'; reason: string }

/** A line that is a quick action, or would be one if it were complete. */
export type Quick = { line: string } & ({ action: QuickAction } | { because: string })

/** What the editor offers after `/` to people who may do it; `example` is a whole line. */
export const QUICK_ACTIONS = [
  { name: 'assign', needs: 'issue.take', what: 'Add assignees', example: '/assign @me' },
  {
    name: 'unassign',
    needs: 'issue.take',
    what: 'Remove assignees; without names, all of them',
    example: '/unassign @me',
  },
  { name: 'label', needs: 'issue.edit', what: 'Add labels', example: '/label ~"workflow::in dev"' },
  { name: 'unlabel', needs: 'issue.edit', what: 'Remove labels', example: '/unlabel ~spike' },
  {
    name: 'relabel',
    needs: 'issue.edit',
    what: 'Replace all labels',
    example: '/relabel ~spike',
  },
  {
    name: 'blocked',
    needs: 'issue.edit',
    what: 'Mark as blocked, with what is needed and from whom',
    example: '/blocked the price list from Purchasing',
  },
  {
    name: 'milestone',
    needs: 'issue.edit',
    what: 'Set the milestone or shelf',
    example: '/milestone %"Next 1-3"',
  },
  {
    name: 'remove_milestone',
    needs: 'issue.edit',
    what: 'Clear the milestone',
    example: '/remove_milestone',
  },
  { name: 'weight', needs: 'issue.weigh', what: 'Set the weight', example: '/weight 2' },
  { name: 'clear_weight', needs: 'issue.weigh', what: 'Clear the weight', example: '/clear_weight' },
  { name: 'close', needs: 'issue.close', what: 'Close: done, moved or won’t do', example: '/close done' },
  { name: 'reopen', needs: 'issue.close', what: 'Reopen', example: '/reopen' },
  { name: 'take', needs: 'issue.take', what: 'Assign to me: you become the DRI', example: '/take' },
  { name: 'dri', needs: 'issue.hand_over', what: 'Name a DRI, with context', example: '/dri @me' },
  { name: 'epic', needs: 'issue.edit', what: 'Set the epic', example: '/epic &10' },
  { name: 'remove_epic', needs: 'issue.edit', what: 'Remove from its epic', example: '/remove_epic' },
  { name: 'due', needs: 'issue.edit', what: 'Set the due date', example: '/due tomorrow' },
  { name: 'remove_due', needs: 'issue.edit', what: 'Clear the due date', example: '/remove_due' },
  { name: 'confidential', needs: 'issue.edit', what: 'Hide from stakeholders', example: '/confidential' },
  {
    name: 'duplicate',
    needs: 'issue.close',
    what: 'Close as a duplicate',
    example: '/duplicate #12',
  },
  {
    name: 'push_back',
    needs: 'push_back.raise',
    what: 'Push back, with the reason; the EM does so with what leaves the Build Board',
    example: '/push_back We are committed to the gateway.',
  },
] as const satisfies readonly { name: string; needs: Act; what: string; example: string }[]

/** The words that may follow some of them, as far as they are few; each is understood by `readQuickActions`. */
export const QUICK_WORDS: ReadonlyMap<string, readonly { word: string; what: string }[]> = new Map([
  [
    'close',
    [
      { word: 'done', what: 'The work is finished' },
      { word: 'moved', what: 'The work continues elsewhere' },
      { word: 'won’t do', what: 'It will not be worked on' },
      { word: 'duplicate', what: 'Another issue covers the same' },
    ],
  ],
  [
    'due',
    [
      { word: 'today', what: 'By the end of today' },
      { word: 'tomorrow', what: 'By the end of tomorrow' },
    ],
  ],
  ['milestone', [{ word: 'current', what: 'The current milestone' }]],
  ['weight', ['1', '2', '3'].map((word) => ({ word, what: `About ${Number(word) * 2} working days` }))],
])

const LINE = /^\/([a-z_]+)(?:[ \t]+(.*))?$/

/**
 * Takes the quick actions out of a text: what they say, and the text without them. A line is one when it begins with
 * `/` and a name of the list, outside of code; every other line stays as it is. `unknown` are lines that look like one.
 */
export function readQuickActions(text: string): { text: string; acts: Quick[]; unknown: string[] } {
  const acts: Quick[] = []
  const unknown: string[] = []
  const kept: string[] = []
  for (const { text: line, words } of linesOf(text)) {
    const found = LINE.exec(line.trimEnd())
    const seen = words.startsWith('/') ? found : null
    const read = seen && READERS.get(seen[1] ?? '')
    if (seen && !read) unknown.push(line.trim())
    if (!seen || !read) kept.push(line)
    else {
      const parsed = read((seen[2] ?? '').trim())
      acts.push({
        line: line.trim(),
        ...(typeof parsed === 'string' ? { because: parsed } : { action: parsed }),
      })
    }
  }
  return { text: acts.length === 0 ? text : kept.join('\n').trim(), acts, unknown }
}

/** Reads what follows the name; a sentence where it cannot be read. */
type Reader = (rest: string) => QuickAction | string

const alone =
  (action: QuickAction): Reader =>
  (rest) =>
    rest === '' ? action : 'Write nothing after this action.'

const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['assign', (rest) => withPeople('assign', rest)],
  ['unassign', (rest) => (rest === '' ? { act: 'unassign', people: [] } : withPeople('unassign', rest))],
  ['label', (rest) => withLabels('label', rest)],
  ['unlabel', (rest) => (rest === '' ? { act: 'unlabel', labels: [] } : withLabels('unlabel', rest))],
  ['relabel', (rest) => withLabels('relabel', rest)],
  ['blocked', (rest) => waiting(rest)],
  ['milestone', (rest) => milestoneOf(rest)],
  ['remove_milestone', alone({ act: 'milestone', milestone: null })],
  [
    'weight',
    (rest) =>
      /^\d{1,2}$/.test(rest) ? { act: 'weight', weight: Number(rest) } : 'Add a whole number, such as 2.',
  ],
  ['clear_weight', alone({ act: 'weight', weight: null })],
  ['close', (rest) => closing(rest)],
  ['reopen', alone({ act: 'reopen' })],
  ['take', alone({ act: 'take' })],
  ['dri', (rest) => handing(rest)],
  [
    'epic',
    (rest) =>
      numbered('&', rest, (epic) => ({ act: 'epic', epic }), 'Add the number of an epic, such as &10.'),
  ],
  ['remove_epic', alone({ act: 'epic', epic: null })],
  ['due', (rest) => due(rest)],
  ['remove_due', alone({ act: 'due', due: null })],
  ['confidential', alone({ act: 'confidential', confidential: true })],
  [
    'duplicate',
    (rest) => numbered('#', rest, (of) => ({ act: 'duplicate', of }), 'Add the original, such as #12.'),
  ],
  [
    'push_back',
    (rest) =>
      rest === '' || rest.length > LONGEST_REASON
        ? `Add the reason in up to ${LONGEST_REASON} characters: /push_back We are committed to the gateway.`
        : { act: 'push_back', reason: rest },
  ],
])

const LONGEST_REASON = 500

const HANDLE = /^@?([a-z0-9][a-z0-9._-]{0,63})$/i

function withPeople(act: 'assign' | 'unassign', rest: string): QuickAction | string {
  const names = rest.split(/[\s,]+/).filter((word) => word !== '')
  const people = names.map((word) => HANDLE.exec(word)?.[1]?.toLowerCase())
  if (names.length === 0) return 'Add a person, such as @me.'
  if (people.includes(undefined)) return 'Write people as handles, such as @julie.'
  return { act, people: [...new Set(people.filter((person) => person !== undefined))] }
}

const LABEL = /~?"([^"]+)"|~?([^\s,"~][^\s,"]*)/g

function withLabels(act: 'label' | 'unlabel' | 'relabel', rest: string): QuickAction | string {
  const labels = [...rest.matchAll(LABEL)].map((match) => (match[1] ?? match[2] ?? '').trim())
  if (rest === '') return 'Add a label, such as ~spike.'
  if (/[^\s,]/.test(rest.replaceAll(LABEL, '')) || labels.includes(''))
    return 'Put labels with spaces in quotes: ~"workflow::in dev".'
  return { act, labels: [...new Set(labels)] }
}

function milestoneOf(rest: string): QuickAction | string {
  const title = (/^%?"([^"]+)"$/.exec(rest)?.[1] ?? rest.replace(/^%/, '')).trim()
  if (title === '' || title.includes('"')) return 'Add a milestone, such as %"Next 1-3".'
  return { act: 'milestone', milestone: title.toLowerCase() === 'none' ? null : title }
}

/** The last “from” says from whom, so that a need may hold one too. */
function waiting(rest: string): QuickAction | string {
  const [, need = '', from = ''] = /^(?:(.*)\s+|)from\s+(.+)$/i.exec(rest) ?? [null, rest, '']
  return rest === ''
    ? 'Add what is needed and from whom: /blocked the price list from Purchasing.'
    : { act: 'blocked', need: need.trim().slice(0, 500), from: from.trim().slice(0, 200) }
}

function closing(rest: string): QuickAction | string {
  const plain = (names: string) => names.toLowerCase().replace(/[’'_ ]/g, '')
  if (rest === '') return { act: 'close', reason: 'done' }
  const reason = CLOSE_REASONS.find((one) =>
    [one, closeReasonTitle(one)].some((spelling) => plain(spelling) === plain(rest)),
  )
  return reason ? { act: 'close', reason } : 'Add a reason: done, moved or won’t do.'
}

function handing(rest: string): QuickAction | string {
  const [, who = '', context = ''] = /^(\S+)\s*(.*)$/.exec(rest) ?? []
  const person = HANDLE.exec(who)?.[1]?.toLowerCase()
  return person ? { act: 'dri', person, context } : 'Add a person and context: /dri @julie The probe works.'
}

function numbered(
  mark: string,
  rest: string,
  of: (number: number) => QuickAction,
  because: string,
): QuickAction | string {
  const number = Number((rest.startsWith(mark) ? rest.slice(1) : rest).trim() || 'none')
  return Number.isSafeInteger(number) && number > 0 && number < 2_147_483_648 ? of(number) : because
}

function due(rest: string): QuickAction | string {
  if (rest === 'today' || rest === 'tomorrow') return { act: 'due', due: rest }
  if (!/^\d{4}-\d\d-\d\d$/.test(rest)) return 'Add a date: 2026-11-27, today or tomorrow.'
  return whyNotDay(rest)?.because ?? { act: 'due', due: rest }
}
