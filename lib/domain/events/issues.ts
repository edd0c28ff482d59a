import type { LaneId } from '../boards.ts'
import { changed } from '../changed.ts'
import type { Change, LabelRef, NamedRef, PersonRef, TitledRef } from '../event-refs.ts'
import type { FactValues } from '../facts/values.ts'
import { type CloseReason, closeReasonTitle, type IssueKind } from '../issues.ts'
import { type LinkRole, linkText } from '../links.ts'
import type { Order } from '../rank.ts'
import { named, NO_ONE, pings, WATCHERS } from '../telling.ts'
import { type Need, needText, type WaitChange, waitedText } from '../wait.ts'
import { event, listed, reason } from './row.ts'

type LabelsChanged = { added: LabelRef[]; removed: LabelRef[] }

/** From lane to lane, and from rank to rank in the order of the board: what it takes to replay a move, and to undo it. */
type Moved = {
  board: TitledRef
  from: { id: LaneId; title: string }
  to: { id: LaneId; title: string }
  order: Order
  rank: string
  fromRank: string
  /** Crowded neighbours got new ranks too, in the same order. They keep them, whatever becomes of the move. */
  spread?: Spread[]
}
export type Spread = { issue: number; from: string; to: string }

type Created = {
  number: number
  kind: IssueKind
  title: string
  description: string
  labels: LabelRef[]
  milestone: TitledRef | null
  weight: number | null
  dri: PersonRef | null
  assignees: PersonRef[]
  epic: TitledRef | null
  team: NamedRef | null
  /** The model that it adds. Issues of before there were any say nothing of it. */
  model?: NamedRef | null
  spikeScope: string | null
  /** Its place in each order. */
  ranks: Record<Order, string>
  mentioned: string[]
} & FactValues &
  Pick<WaitChange, 'blocked'>

type Edited = {
  title?: Change<string>
  description?: Change<string>
  /** The version that the texts have now. */
  version: number
  mentioned: string[]
}

type Linked = { role: LinkRole; other: number }

const TEXTS = ['title', 'description'] as const

export const issueEvents = {
  /** All that is known of it when it begins. */
  'issue.created': event<Created>({
    sentence: ({ title, blocked }, it) => `created ${it}, “${title}”${blocked ? waitOf({ blocked }) : ''}`,
    things: () => [''],
    tells: ({ dri, assignees, mentioned }) => ({
      named: [
        ...pings(mentioned),
        ...(dri ? [{ person: dri.id, kind: 'dri_given' as const }] : []),
        ...assignees.map(({ id }) => ({ person: id, kind: 'assigned' as const })),
      ],
      watchers: false,
    }),
  }),
  /** The texts that changed, as they were and as they are, so that no text is lost to those after its author. */
  'issue.edited': event<Edited>({
    sentence: ({ title, description }, it) => {
      if (!title) return `edited the description of ${it}`
      const renamed = `renamed ${it} from “${title.from}” to “${title.to}”`
      return description ? `${renamed} and edited its description` : renamed
    },
    things: (data) => TEXTS.filter((text) => data[text]),
    tells: ({ mentioned }) => ({ named: pings(mentioned), watchers: false }),
  }),
  /** One act, both sides explicit: a label that displaces another of its scope is an entry in each list. */
  'issue.labels_changed': event<LabelsChanged & WaitChange>({
    sentence: ({ added, removed, ...wait }, it) =>
      labelsOf(titles(added), titles(removed), it) + waitOf(wait),
    things: () => ['labels'],
    tells: ({ added }) => (isBlocked(added) ? WATCHERS : NO_ONE),
  }),
  'issue.milestone_set': event<Change<TitledRef | null>>({
    sentence: ({ from, to }, it) => changed('milestone', from?.title, to?.title, it),
    things: () => ['milestone'],
    tells: () => WATCHERS,
  }),
  /** With what took it off the Build Board of a milestone that runs: it is no slip of that milestone. */
  'issue.pushed_back': event<{ milestone: TitledRef; reason: string }>({
    sentence: ({ milestone, reason }, it) =>
      `accepted a push-back of ${it} from ${milestone.title}: ${reason}`,
    tells: () => WATCHERS,
  }),
  'issue.weighed': event<Change<number | null>>({
    sentence: ({ from, to }, it) => changed('weight', from, to, it),
    things: () => ['weight'],
  }),
  'issue.assigned': event<{ added: PersonRef[]; removed: PersonRef[] }>({
    sentence: ({ added, removed }, it) => peopleOf(added, removed, it),
    things: () => ['assignees'],
    tells: ({ added }) =>
      named(
        'assigned',
        added.map(({ id }) => id),
      ),
  }),
  'issue.ranked': event<Moved>({
    sentence: ({ board }, it) => `moved ${it} in the order of ${board.title}`,
    things: () => ['place'],
  }),
  /** One move on a board, with everything it changed. */
  'issue.moved': event<
    Moved &
      LabelsChanged &
      WaitChange & { closed?: CloseReason; reopened?: boolean; was?: CloseReason | null }
  >({
    sentence: ({ from, to, closed, reopened, ...wait }, it) => {
      const move = `moved ${it} from ${from.title} to ${to.title}`
      const state = closed
        ? ` and closed it: ${closeReasonTitle(closed)}`
        : reopened
          ? ' and reopened it'
          : ''
      return move + state + waitOf(wait)
    },
    things: () => ['labels', 'state', 'place'],
    tells: ({ closed, reopened, added }) => (closed || reopened || isBlocked(added) ? WATCHERS : NO_ONE),
  }),
  /** `because`: it closed by itself, which another event caused. */
  'issue.closed': event<{ reason: CloseReason; because?: string } & WaitChange>({
    sentence: ({ reason: how, because, ...wait }, it) =>
      `closed ${it}: ${because ?? closeReasonTitle(how)}${waitOf(wait)}`,
    things: () => ['state'],
    tells: () => WATCHERS,
  }),
  'issue.reopened': event<{ was: CloseReason | null; because?: string } & WaitChange>({
    sentence: ({ because, ...wait }, it) => `reopened ${it}${reason(because)}${waitOf(wait)}`,
    things: () => ['state'],
    tells: () => WATCHERS,
  }),
  /** A blocked issue is blocked on something else now. */
  'issue.wait_set': event<Change<Need>>({
    sentence: ({ to }, it) => `updated the blocker: ${it} ${needText(to)}`,
    things: () => ['wait'],
  }),
  'issue.epic_set': event<Change<TitledRef | null>>({
    sentence: ({ from, to }, it) => {
      if (to === null) return `removed ${it} from the epic “${from?.title ?? ''}”`
      return `added ${it} to the epic “${to.title}”${from ? ` instead of “${from.title}”` : ''}`
    },
    things: () => ['epic'],
  }),
  'issue.team_set': event<Change<NamedRef | null>>({
    sentence: ({ from, to }, it) => changed('functional team', from?.name, to?.name, it),
    things: () => ['team'],
  }),
  /** Which model it adds. */
  'issue.model_set': event<Change<NamedRef | null>>({
    sentence: ({ from, to }, it) => changed('model', from?.name, to?.name, it),
    things: () => ['model'],
  }),
  'issue.spike_scope_set': event<Change<string | null>>({
    sentence: ({ from, to }, it) => {
      if (to === null) return `removed the spike scope of ${it}`
      return `${from === null ? 'added' : 'changed'} the spike scope of ${it}`
    },
    things: () => ['spike_scope'],
  }),
  /** Each of two linked issues has an event of its own. A reader who may not see `other` does not see the event either. */
  'issue.linked': event<Linked>({
    sentence: ({ role, other }, it) => `added a link: ${it} ${linkText(role)} #${other}`,
  }),
  'issue.unlinked': event<Linked>({
    sentence: ({ role, other }, it) => `removed a link: ${it} ${linkText(role)} #${other}`,
  }),
  /** The numbers of the pieces, each of which has its own event of creation just before. */
  'issue.split': event<{ into: number[] }>({
    sentence: ({ into }, it) => `split ${it} into ${listed(into.map((ref) => `#${ref}`))}`,
    tells: () => WATCHERS,
  }),
}

const isBlocked = (added: readonly LabelRef[]): boolean =>
  added.some(({ meaning }) => meaning === 'workflow.blocked')

/** What a blocked issue waits for now, or how long it did. */
function waitOf({ blocked, waited }: WaitChange): string {
  if (blocked) return `; it ${needText(blocked)}`
  return waited ? `; it ${waitedText(waited)}` : ''
}

function peopleOf(added: readonly NamedRef[], removed: readonly NamedRef[], it: string): string {
  const [on, off] = [added, removed].map((people) => listed(people.map((person) => person.name)))
  if (added.length === 0) return `unassigned ${off} from ${it}`
  return removed.length === 0 ? `assigned ${it} to ${on}` : `assigned ${it} to ${on} instead of ${off}`
}

function labelsOf(added: string[], removed: string[], it: string): string {
  if (added.length === 0) return `removed ${listed(removed)} from ${it}`
  if (removed.length === 0) return `added ${listed(added)} to ${it}`
  return `replaced ${listed(removed)} with ${listed(added)} on ${it}`
}

const titles = (labels: readonly { title: string }[]): string[] => labels.map((label) => `~${label.title}`)
