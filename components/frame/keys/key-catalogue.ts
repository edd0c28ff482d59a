import { CHART_KEYS } from '#components/charts/chart-keys.ts'
import { COMMANDS } from '#components/commands/issue-commands.ts'
import { SLIDER_KEYS } from '#components/past/slider-keys.ts'
import type { Hotkey } from '#components/shell/hotkeys.ts'
import { SYNC_ITEM } from '#components/syncs/sync-keys.ts'

type KeyLine = Pick<Hotkey, 'keys' | 'what'>

const ISSUE = COMMANDS.flatMap(({ keys, title }): KeyLine[] => (keys ? [{ keys, what: title }] : []))

const LINES: readonly KeyLine[] = [
  { keys: ['j', 'ArrowDown'], what: 'Next line' },
  { keys: ['k', 'ArrowUp'], what: 'Previous line' },
  { keys: ['/'], what: 'Find' },
]

/**
 * The keys of every page by the parts that have them, for a reader who is on another page. A developer who changes the keys of a page
 * changes them here too: a story (`e2e/key-list.spec.ts`) goes to each and holds this list to what the page says.
 */
export const CATALOGUE: readonly { title: string; hotkeys: readonly KeyLine[] }[] = [
  {
    title: 'Board',
    hotkeys: [
      { keys: ['ArrowDown', 'j'], what: 'Next card' },
      { keys: ['ArrowUp', 'k'], what: 'Previous card' },
      { keys: ['ArrowRight', 'l'], what: 'Next column' },
      { keys: ['ArrowLeft', 'h'], what: 'Previous column' },
      { keys: [' '], what: 'Peek at the issue' },
      { keys: ['Enter'], what: 'Open the issue, or drop the card' },
      { keys: ['v'], what: 'Pick up the card and move it with arrows' },
      { keys: ['x'], what: 'Select or deselect the card' },
      { keys: ['.'], what: 'Move to…' },
      { keys: ['i'], what: 'Assign to me' },
      { keys: ['/'], what: 'Filter' },
      {
        keys: ['Escape'],
        what: 'Cancel the move, deselect, or close the panel',
      },
    ],
  },
  {
    title: 'Card',
    hotkeys: ISSUE.filter(({ keys }) => !keys.includes('i')).map(({ keys, what }) => ({
      keys: keys.filter((key) => key !== 'l'),
      what,
    })),
  },
  {
    title: 'Issue',
    hotkeys: [
      { keys: ['Enter'], what: 'Edit the description' },
      { keys: ['j'], what: 'Next issue in the list or column' },
      { keys: ['k'], what: 'Previous issue in the list or column' },
    ],
  },
  { title: 'This issue', hotkeys: ISSUE },
  { title: 'Findings', hotkeys: [{ keys: ['f'], what: 'Fix the first finding' }] },
  {
    title: 'Issues',
    hotkeys: [
      { keys: ['/'], what: 'Filter' },
      { keys: ['j', 'ArrowDown'], what: 'Next issue; with Shift, extend the selection' },
      { keys: ['k', 'ArrowUp'], what: 'Previous issue' },
      { keys: ['Enter'], what: 'Open' },
      { keys: [' '], what: 'Peek at the issue' },
      { keys: ['x'], what: 'Select' },
      { keys: ['Escape'], what: 'Close the panel, or deselect' },
    ],
  },
  {
    title: 'Inbox',
    hotkeys: [
      { keys: ['j', 'ArrowDown'], what: 'Next item' },
      { keys: ['k', 'ArrowUp'], what: 'Previous item' },
      { keys: ['Enter'], what: 'Open' },
      { keys: ['e'], what: 'Mark as done, or answer' },
      { keys: ['/'], what: 'Find' },
    ],
  },
  { title: 'Pings', hotkeys: LINES },
  { title: 'Ping', hotkeys: [{ keys: ['e'], what: 'Answer' }] },
  { title: 'My week', hotkeys: LINES },
  {
    title: 'Milestone',
    hotkeys: [
      { keys: ['ArrowLeft'], what: 'Previous day' },
      { keys: ['ArrowRight'], what: 'Next day' },
      { keys: ['Home'], what: 'First day' },
      { keys: ['End'], what: 'Last day' },
    ],
  },
  { title: 'Charts', hotkeys: CHART_KEYS },
  { title: 'Look back', hotkeys: SLIDER_KEYS },
  {
    title: 'Capacity',
    hotkeys: [
      { keys: ['ArrowDown'], what: 'Next line' },
      { keys: ['ArrowUp'], what: 'Previous line' },
      { keys: ['ArrowRight'], what: 'Next week' },
      { keys: ['ArrowLeft'], what: 'Previous week' },
      { keys: ['Home'], what: 'First week' },
      { keys: ['End'], what: 'Capacity of the line' },
    ],
  },
  {
    title: 'Plan',
    hotkeys: [
      { keys: ['j', 'ArrowDown'], what: 'Next candidate' },
      { keys: ['k', 'ArrowUp'], what: 'Previous candidate' },
      { keys: ['Enter'], what: 'Open' },
      { keys: [' '], what: 'Peek at the issue' },
      { keys: ['x'], what: 'Pick; with Shift, all from the last one on' },
      { keys: ['a'], what: 'Choose the DRI' },
      { keys: ['alt+ArrowUp'], what: 'Move up in the PM order' },
      { keys: ['alt+ArrowDown'], what: 'Move down in the PM order' },
      { keys: ['mod+enter'], what: 'Make the Deliverables' },
      { keys: ['Escape'], what: 'Close the panel' },
    ],
  },
  {
    title: 'Status',
    hotkeys: [
      { keys: ['j'], what: 'Next subject' },
      { keys: ['k'], what: 'Previous subject' },
      { keys: ['p'], what: 'Write the progress' },
      { keys: ['b'], what: 'Write the blockers' },
      { keys: ['n'], what: 'Write what is next' },
      { keys: ['1'], what: 'Not confident' },
      { keys: ['2'], what: 'Slightly confident' },
      { keys: ['3'], what: 'Very confident' },
      { keys: ['mod+enter'], what: 'Post what is ready' },
    ],
  },
  {
    title: 'Sync',
    hotkeys: [
      { keys: ['j', 'ArrowDown'], what: 'Next item' },
      { keys: ['k', 'ArrowUp'], what: 'Previous item' },
    ],
  },
  { title: 'Sync item', hotkeys: SYNC_ITEM },
  { title: 'Updates', hotkeys: LINES },
  { title: 'Epics', hotkeys: LINES },
  { title: 'DRIs', hotkeys: LINES },
  { title: 'Drift', hotkeys: LINES },
  { title: 'Models', hotkeys: LINES },
  { title: 'Epic', hotkeys: [{ keys: ['Enter'], what: 'Edit the description' }] },
  { title: 'Push-backs', hotkeys: LINES },
  { title: 'Retrospectives', hotkeys: LINES },
  {
    title: 'Retrospective',
    hotkeys: [
      { keys: ['j', 'ArrowDown'], what: 'Next point' },
      { keys: ['k', 'ArrowUp'], what: 'Previous point' },
      { keys: ['v'], what: 'Vote for the point, or remove your vote' },
      { keys: ['p'], what: 'Write a point' },
      { keys: ['a'], what: 'Add an action' },
      { keys: ['/'], what: 'Find' },
    ],
  },
  { title: 'Search', hotkeys: LINES },
]
