import type { MySubject, StatusUpdate } from '#lib/contract/updates.ts'

const named = (ref: number) => ({
  subject: `issue-${ref}`,
  kind: 'issue' as const,
  ref,
  title: `Work ${ref}`,
})

export const anUpdate = (ref: number, more: Partial<StatusUpdate> = {}): StatusUpdate => ({
  ...named(ref),
  week: '2026-W48',
  author: { handle: 'cindy', name: 'Cindy Halim' },
  progress: `Progress of ${ref}`,
  blockers: '',
  next: '',
  confidence: 'very',
  before: null,
  milestone: '19.7',
  postedAt: '2026-11-26T09:00:00Z',
  editedAt: null,
  version: 1,
  mine: false,
  editable: false,
  ...more,
})

export const mySubject = (ref: number, more: Partial<MySubject> = {}): MySubject => ({
  ...named(ref),
  state: 'in-dev',
  blockedSince: null,
  issues: null,
  active: true,
  since: { on: '2026-11-19', facts: [] },
  proposed: 'Moved to in dev.',
  last: null,
  update: null,
  draft: null,
  left: null,
  ...more,
})
