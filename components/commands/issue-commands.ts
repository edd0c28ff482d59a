import type { FactName } from '#lib/domain/facts/names.ts'
import type { Act } from '#lib/domain/permissions.ts'

/** What a letter asks about issues, and what buttons and the palette ask beside it. */
export type What =
  | FactName
  | ('take' | 'status' | 'assign' | 'hand_over' | 'labels' | 'milestone' | 'weight' | 'close')
  | ('add_labels' | 'remove_labels' | 'type' | 'epic' | 'team')
  | ('link' | 'split' | 'weigh_together' | 'no_volunteer' | 'push_back')
  | ('ask_hand_over' | 'ask_update' | 'ask_milestone' | 'ask_assign' | 'ask_deliverable')

export type Command = {
  what: What
  /** As keys and the palette call it. */
  title: string
  act: Act
  keys?: readonly string[]
  /** Found by these words too. */
  keywords?: string
  /** Cannot be done to several at once. */
  isOfOne?: true
}

const edit = { act: 'issue.edit' } as const
const asking = { title: '', act: 'comment', isOfOne: true } as const

/** The commands on issues, in the order of the palette; all the others are facts, which stand with their looks. */
export const COMMANDS: readonly Command[] = [
  { what: 'take', title: 'Assign to me', act: 'issue.take', keys: ['i'] },
  { what: 'status', title: 'Set the status', ...edit, keys: ['s'] },
  { what: 'assign', title: 'Assign', act: 'issue.take', keys: ['a'] },
  { what: 'hand_over', title: 'Hand over the DRI', act: 'issue.hand_over', keys: ['d'] },
  { what: 'labels', title: 'Set labels', ...edit, keys: ['l', 'b'] },
  { what: 'milestone', title: 'Set the milestone', ...edit, keys: ['m'] },
  { what: 'weight', title: 'Set the weight', act: 'issue.weigh', keys: ['w'] },
  { what: 'close', title: 'Close or reopen', act: 'issue.close', keys: ['e'] },
  { what: 'type', title: 'Set the type', ...edit, keywords: 'bug feature maintenance' },
  { what: 'epic', title: 'Set the epic', ...edit },
  { what: 'team', title: 'Set the functional team', ...edit },
  {
    what: 'link',
    title: 'Link it to another issue',
    ...edit,
    isOfOne: true,
    keywords: 'blocks duplicates relates',
  },
  { what: 'split', title: 'Split', act: 'issue.create', isOfOne: true, keywords: 'pieces' },
  {
    what: 'weigh_together',
    title: 'Estimate together',
    act: 'issue.weigh',
    isOfOne: true,
    keywords: 'weighing ask',
  },
  { what: 'no_volunteer', title: 'Record no volunteer', ...edit, isOfOne: true, keywords: 'dri' },
  {
    what: 'push_back',
    title: 'Push back',
    act: 'push_back.raise',
    isOfOne: true,
    keywords: 'reason decline not now',
  },
]

/** What is asked of another person is a comment on one issue; everything else that is not listed is an edit. */
export const commandOf = (what: What): Command =>
  COMMANDS.find((command) => command.what === what) ??
  (what.startsWith('ask_') ? { what, ...asking } : { what, title: '', ...edit })
