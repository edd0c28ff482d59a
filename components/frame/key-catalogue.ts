import type { Hotkey } from '#components/shell/hotkeys.ts'

type KeyLine = Pick<Hotkey, 'keys' | 'what'>

const ISSUE: readonly KeyLine[] = [
  { keys: ['s'], what: 'Set the status' },
  { keys: ['a'], what: 'Assign' },
  { keys: ['i'], what: 'Assign to me' },
  { keys: ['d'], what: 'Hand over the DRI' },
  { keys: ['l', 'b'], what: 'Set labels' },
  { keys: ['m'], what: 'Set the milestone' },
  { keys: ['w'], what: 'Set the weight' },
  { keys: ['e'], what: 'Close or reopen' },
]

const LINES: readonly KeyLine[] = [
  { keys: ['j', 'ArrowDown'], what: 'Next line' },
  { keys: ['k', 'ArrowUp'], what: 'Previous line' },
  { keys: ['/'], what: 'Find' },
]

/**
 * The keys of every page by the parts that have them, for whoever is on another page. Whoever changes the keys of a page
 * changes them here too: a story (`e2e/keyboard.spec.ts`) goes to each and holds this list to what the page says.
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
      { keys: ['Enter'], what: 'Open the issue' },
      { keys: ['e'], what: 'Mark as done, or answer' },
      { keys: ['/'], what: 'Find' },
    ],
  },
  { title: 'My week', hotkeys: LINES },
  { title: 'Epics', hotkeys: LINES },
  { title: 'Epic', hotkeys: [{ keys: ['Enter'], what: 'Edit the description' }] },
  { title: 'Search', hotkeys: LINES },
]
