import type { Closing, GoneDeliverable, OpenDeliverable } from '#lib/contract/closing.ts'

const unfinished = {
  title: 'Slow model list',
  weight: 2,
  team: null,
  dri: null,
  state: 'in dev',
  slipped: true,
  slips: 0,
  proposal: null,
}
export const open = (ref: number, more: Partial<OpenDeliverable> = {}): OpenDeliverable => ({
  ...unfinished,
  ref,
  notNext: null,
  ...more,
})
export const gone = (ref: number, more: Partial<GoneDeliverable> = {}): GoneDeliverable => ({
  ...unfinished,
  ref,
  how: 'left',
  ...more,
})
/** The closing of 19.7, after which 19.8 follows. */
export const closing = (more: Partial<Closing>): Closing => ({
  milestone: {
    id: '7',
    slug: '19.7',
    title: '19.7',
    startOn: '2026-11-14',
    dueOn: '2026-12-11',
    shelf: null,
    closed: false,
  },
  whyNot: null,
  daysLeft: 0,
  destinations: [
    { slug: '19.8', title: '19.8', to: 'next' },
    { slug: 'backlog', title: 'Backlog', to: 'shelf' },
  ],
  proposed: '19.8',
  open: [],
  gone: [],
  others: 0,
  sums: { assigned: 0, completed: 0, assignedWeight: 0, completedWeight: 0, percent: null },
  ...more,
})
