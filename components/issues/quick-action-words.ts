/** What a line that begins with a slash can do, as it is offered while one writes. */
export const QUICK_ACTIONS = [
  { name: 'assign', takes: '@person', what: 'Assign somebody' },
  { name: 'unassign', takes: '@person', what: 'Take an assignee off' },
  { name: 'dri', takes: '@person', what: 'Name the DRI' },
  { name: 'label', takes: '~label', what: 'Put labels on' },
  { name: 'unlabel', takes: '~label', what: 'Take labels off' },
  { name: 'relabel', takes: '~label', what: 'Replace all labels' },
  { name: 'milestone', takes: '%milestone', what: 'Plan it for a milestone or a shelf' },
  { name: 'weight', takes: '2', what: 'Set the weight' },
  { name: 'clear_weight', takes: '', what: 'Take the weight off' },
  { name: 'epic', takes: '&epic', what: 'Put it into an epic' },
  { name: 'due', takes: 'YYYY-MM-DD', what: 'Set the due day' },
  { name: 'close', takes: '', what: 'Close it as done' },
  { name: 'reopen', takes: '', what: 'Open it again' },
  { name: 'duplicate', takes: '#issue', what: 'Close it as a duplicate' },
  { name: 'confidential', takes: '', what: 'Hide it from stakeholders' },
] as const
