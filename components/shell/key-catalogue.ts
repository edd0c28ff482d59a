import type { Hotkey } from './hotkeys.ts'

type KeyLine = Pick<Hotkey, 'keys' | 'what'>

const ISSUE: readonly KeyLine[] = [
  { keys: ['s'], what: 'Set the status' },
  { keys: ['a'], what: 'Assign' },
  { keys: ['i'], what: 'I take it' },
  { keys: ['d'], what: 'Hand over the DRI' },
  { keys: ['l', 'b'], what: 'Set labels' },
  { keys: ['m'], what: 'Set the milestone' },
  { keys: ['w'], what: 'Set the weight' },
  { keys: ['e'], what: 'Close or reopen' },
]

const LINES: readonly KeyLine[] = [
  { keys: ['j', 'ArrowDown'], what: 'Next line' },
  { keys: ['k', 'ArrowUp'], what: 'Line before' },
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
      { keys: ['ArrowUp', 'k'], what: 'Card before' },
      { keys: ['ArrowRight', 'l'], what: 'Next column' },
      { keys: ['ArrowLeft', 'h'], what: 'Column before' },
      { keys: [' '], what: 'Peek at the issue' },
      { keys: ['Enter'], what: 'Open the issue, or drop what is carried' },
      { keys: ['v'], what: 'Pick up the card and carry it with arrows' },
      { keys: ['x'], what: 'Select the card, or let go of it' },
      { keys: ['.'], what: 'Move to…' },
      { keys: ['i'], what: 'I take it' },
      { keys: ['/'], what: 'Filter' },
      {
        keys: ['Escape'],
        what: 'Leave the carried card where it was, let go of the selected ones, or close the panel',
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
      { keys: ['j'], what: 'Next issue of the list or column from which it was opened' },
      { keys: ['k'], what: 'Issue before, in that list or column' },
    ],
  },
  { title: 'This issue', hotkeys: ISSUE },
  { title: 'Findings', hotkeys: [{ keys: ['f'], what: 'Mend the first thing that the rules find' }] },
  {
    title: 'Issues',
    hotkeys: [
      { keys: ['/'], what: 'Filter' },
      { keys: ['j', 'ArrowDown'], what: 'Next issue; with Shift, select on the way' },
      { keys: ['k', 'ArrowUp'], what: 'Issue before' },
      { keys: ['Enter'], what: 'Open' },
      { keys: [' '], what: 'Peek at the issue' },
      { keys: ['x'], what: 'Select' },
      { keys: ['Escape'], what: 'Close the panel, or select nothing' },
    ],
  },
  {
    title: 'Inbox',
    hotkeys: [
      { keys: ['j', 'ArrowDown'], what: 'Next item' },
      { keys: ['k', 'ArrowUp'], what: 'Item before' },
      { keys: ['Enter'], what: 'Open the issue' },
      { keys: ['e'], what: 'Done; what asks for an answer is answered first' },
      { keys: ['/'], what: 'Find' },
    ],
  },
  { title: 'My week', hotkeys: LINES },
  { title: 'Epics', hotkeys: LINES },
  { title: 'Epic', hotkeys: [{ keys: ['Enter'], what: 'Edit the description' }] },
  { title: 'Search', hotkeys: LINES },
]
