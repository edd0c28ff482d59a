import type { BoardView, Column } from '#lib/contract/boards.ts'
import type { Card } from '#lib/contract/issues.ts'

/** A card with only what a test is about; the labels are those of `aView`. */
export const aCard = (facts: Partial<Card> = {}): Card => ({
  ref: 1,
  title: 'Slow model list',
  state: 'open',
  closeReason: null,
  closedAt: null,
  labelIds: ['group', 'dev'],
  milestone: '19.7',
  epic: null,
  team: null,
  weight: 1,
  split: false,
  slips: 0,
  dri: null,
  offeredTo: null,
  assignees: [],
  blocked: null,
  handRaised: false,
  confident: null,
  since: null,
  due: null,
  confidential: false,
  sample: false,
  rank: 'V',
  planRank: 'V',
  version: 1,
  ...facts,
})

const column = (id: string, title: string, labelId: string): Column => ({
  id,
  title,
  labelId,
  wipCount: null,
  wipWeight: null,
  usualDays: null,
})

const label = (id: string, title: string, meaning: string | null = null) => ({ id, title, meaning, hue: 200 })

/** What a reader may not see of a board: nothing, except for what a test says. */
export const aNotShown = (facts: Partial<BoardView['notShown']> = {}): BoardView['notShown'] => ({
  cards: 0,
  tally: { open: 0, openWeight: 0, doneWeight: 0, droppedWeight: 0, blocked: 0, unweighted: 0 },
  queue: [],
  ...facts,
})

export const aCapacity = (weight: number): NonNullable<BoardView['capacity']> => ({
  weight,
  availableDays: weight * 2,
  daysPerWeight: 2,
  terms: [],
})

/** A board of 19.7 with the columns in dev, in review and blocked. */
export const aView = (facts: Partial<BoardView> = {}): BoardView => ({
  board: {
    slug: 'build',
    title: 'Build',
    kind: 'build',
    milestoneRule: 'current',
    milestone: '19.7',
    milestoneTitle: '19.7',
  },
  columns: [
    column('1', 'in dev', 'dev'),
    column('2', 'in review', 'review'),
    column('3', 'blocked', 'blocked'),
  ],
  filterLabelIds: ['group'],
  milestone: {
    id: '7',
    slug: '19.7',
    title: '19.7',
    shelf: null,
    startOn: '2026-11-14',
    dueOn: '2026-12-11',
    closed: false,
  },
  milestones: [
    {
      id: '7',
      slug: '19.7',
      title: '19.7',
      shelf: null,
      startOn: '2026-11-14',
      dueOn: '2026-12-11',
      closed: false,
    },
  ],
  current: '19.7',
  next: null,
  labels: [
    label('group', 'group::custom models', 'group'),
    label('dev', 'workflow::in dev', 'workflow.in-dev'),
    label('review', 'workflow::in review', 'workflow.in-review'),
    label('blocked', 'workflow::blocked', 'workflow.blocked'),
    label('bug', 'type::bug', 'type.bug'),
    label('sev', 'severity::2', 'severity.2'),
  ],
  people: [
    { handle: 'julie', name: 'Julie Huang', roles: ['engineer'] },
    { handle: 'cindy', name: 'Cindy Halim', roles: ['engineer'] },
  ],
  teams: [{ slug: 'gateway-services', name: 'Gateway Services', members: [] }],
  epics: [{ number: 3, title: 'Health check', closed: false }],
  capacity: null,
  away: [],
  commitments: null,
  notShown: aNotShown(),
  cards: [],
  today: '2026-11-22',
  event: 10,
  ...facts,
})

export const namesOf = ({ labels, people, teams, epics, milestones }: BoardView) => ({
  labels: new Map(labels.map((one) => [one.id, one])),
  people: new Map(people.map((one) => [one.handle, one])),
  teams: new Map(teams.map((one) => [one.slug, one])),
  epics: new Map(epics.map((one) => [one.number, one])),
  timeboxes: new Set(milestones.filter(({ shelf }) => shelf === null).map(({ slug }) => slug)),
})
