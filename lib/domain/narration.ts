import { allIsolated, isolated } from '#lib/kit/visible.ts'

import { changed } from './changed.ts'
import type { Change, NamedRef } from './event-refs.ts'
import type { AnyEvent, EventData, EventType } from './events.ts'
import { listed, reason } from './events/row.ts'
import { ALL_FACTS } from './facts/facts.ts'
import { eventOf } from './facts/kept.ts'
import type { FactEvents } from './facts/kept.ts'
import { factTold } from './facts/told.ts'
import { GROUP_EVENTS } from './group-events.ts'
import { closeReasonTitle } from './issues.ts'
import { linkWords } from './links.ts'
import { needWords, waitedWords } from './wait.ts'
import type { WaitChange } from './wait.ts'

type Teller = {
  actorName: string
  /** What the sentence calls its subject in a feed, e.g. '#12'; on the subject's own page it is 'this issue'. */
  subject?: string
}

type Told<T extends EventType> = Teller & { type: T; data: EventData<T> }
/** Any event, with who did it. */
export type Narrated = AnyEvent & Teller

type Tell<T extends EventType> = (data: EventData<T>, subject: string) => string
type Tellers = { [T in EventType]: Tell<T> | { told: Tell<T> } }

/** One sentence in the past tense: who did what. */
export function narrate<T extends EventType>({ type, data, actorName, subject }: Told<T>): string {
  const one: Tell<T> | { told: Tell<T> } = TELLERS[type]
  const tell = typeof one === 'function' ? one : one.told
  const noun = type.split('.', 1)[0] ?? ''
  return `${isolated(actorName)} ${tell(allIsolated(data), subject ?? `this ${SUBJECTS[noun] ?? noun}`)}.`
}

/** What an event of another noun is about. */
const SUBJECTS: Record<string, string> = { weighing: 'issue' }

// safe because each fact tells of its own event
const OF_FACTS = Object.fromEntries(
  ALL_FACTS.map((fact) => [eventOf(fact), (data: Change<unknown>, it: string) => factTold(fact, data, it)]),
) as Pick<Tellers, keyof FactEvents>

const TELLERS: Tellers = {
  ...GROUP_EVENTS,

  'issue.created': ({ title, blocked }, it) =>
    `created ${it}, “${title}”${blocked ? waitTold({ blocked }) : ''}`,
  'issue.edited': ({ title, description }, it) => {
    if (!title) return `edited the description of ${it}`
    const renamed = `renamed ${it} from “${title.from}” to “${title.to}”`
    return description ? `${renamed} and edited its description` : renamed
  },
  'issue.labels_changed': ({ added, removed, ...wait }, it) =>
    labelsTold(titles(added), titles(removed), it) + waitTold(wait),
  'issue.milestone_set': ({ from, to }, it) => changed('milestone', from?.title, to?.title, it),
  'issue.weighed': ({ from, to }, it) => changed('weight', from, to, it),
  'issue.assigned': ({ added, removed }, it) => peopleTold(added, removed, it),
  'issue.dri_taken': (_, it) => `became the DRI of ${it}`,
  'issue.dri_released': (_, it) => `stepped down as DRI of ${it}`,
  'issue.dri_assigned': ({ from, to }, it) =>
    `made ${to.name} the DRI of ${it}${from ? ` after ${from.name}` : ''}`,
  'issue.handed_over': ({ from, to }, it) =>
    `handed ${it} over ${from ? `from ${from.name} ` : ''}to ${to.name}`,
  'issue.hand_over_offered': ({ to }, it) => `asked ${to.name} to take over ${it}`,
  'issue.hand_over_accepted': ({ from }, it) => `took over ${it} from ${from.name}`,
  'issue.hand_over_declined': ({ from, reason: because }, it) =>
    `declined to take over ${it} from ${from.name}${reason(because)}`,
  'issue.hand_over_withdrawn': ({ to }, it) => `withdrew the hand-over of ${it} to ${to.name}`,
  'issue.ranked': ({ board }, it) => `moved ${it} in the order of ${board.title}`,
  'issue.moved': ({ from, to, closed, reopened, ...wait }, it) => {
    const move = `moved ${it} from ${from.title} to ${to.title}`
    const state = closed ? ` and closed it: ${closeReasonTitle(closed)}` : reopened ? ' and reopened it' : ''
    return move + state + waitTold(wait)
  },
  'issue.closed': ({ reason, ...wait }, it) => `closed ${it}: ${closeReasonTitle(reason)}${waitTold(wait)}`,
  'issue.reopened': (wait, it) => `reopened ${it}${waitTold(wait)}`,
  'issue.wait_set': ({ to }, it) => `updated the blocker: ${it} ${needWords(to)}`,
  'issue.epic_set': ({ from, to }, it) => {
    if (to === null) return `removed ${it} from the epic “${from?.title ?? ''}”`
    return `added ${it} to the epic “${to.title}”${from ? ` instead of “${from.title}”` : ''}`
  },
  'issue.team_set': ({ from, to }, it) => changed('functional team', from?.name, to?.name, it),
  'issue.commented': (_, it) => `commented on ${it}`,
  'issue.comment_edited': (_, it) => `edited a comment on ${it}`,
  'issue.comment_taken_back': (_, it) => `deleted a comment on ${it}`,
  'issue.comment_reacted': ({ emoji, on }, it) =>
    on ? `reacted with ${emoji} on ${it}` : `removed ${emoji} on ${it}`,
  'issue.mention_acknowledged': ({ by, how }, it) =>
    `acknowledged ${listed(by.map(({ name }) => name)) || 'a mention'} on ${it} with a ${how}`,
  ...OF_FACTS,
  'issue.spike_scope_set': ({ from, to }, it) => {
    if (to === null) return `removed the spike scope of ${it}`
    return `${from === null ? 'added' : 'changed'} the spike scope of ${it}`
  },
  'issue.linked': ({ role, other }, it) => `added a link: ${it} ${linkWords(role)} #${other}`,
  'issue.split': ({ into }, it) => `split ${it} into ${listed(into.map((ref) => `#${ref}`))}`,
  'issue.unlinked': ({ role, other }, it) => `removed a link: ${it} ${linkWords(role)} #${other}`,

  'weighing.opened': ({ people }, it) => `asked ${listed(people.map(({ name }) => name))} to estimate ${it}`,
  'weighing.voted': ({ again }, it) => `${again ? 'changed their' : 'gave a'} hidden weight for ${it}`,
  'weighing.revealed': ({ weights }, it) =>
    `revealed the weights of ${it}: ${listed(weights.map(({ person, weight }) => `${person.name} ${weight}`))}`,
  'weighing.agreed': ({ weight }, it) => `agreed on weight ${weight} for ${it}`,
  'weighing.abandoned': (_, it) => `canceled the estimation of ${it}`,
}

// safe because the type says that there is one sentence for each, and no other
export const EVENT_TYPES = Object.keys(TELLERS) as EventType[]

/** What a blocked issue waits for now, or how long it did. */
function waitTold({ blocked, waited }: WaitChange): string {
  if (blocked) return `; it ${needWords(blocked)}`
  return waited ? `; it ${waitedWords(waited)}` : ''
}

function peopleTold(added: readonly NamedRef[], removed: readonly NamedRef[], it: string): string {
  const [on, off] = [added, removed].map((people) => listed(people.map((person) => person.name)))
  if (added.length === 0) return `unassigned ${off} from ${it}`
  return removed.length === 0 ? `assigned ${it} to ${on}` : `assigned ${it} to ${on} instead of ${off}`
}

function labelsTold(added: string[], removed: string[], it: string): string {
  if (added.length === 0) return `removed ${listed(removed)} from ${it}`
  if (removed.length === 0) return `added ${listed(added)} to ${it}`
  return `replaced ${listed(removed)} with ${listed(added)} on ${it}`
}

function titles(labels: readonly { title: string }[]): string[] {
  return labels.map((label) => `~${label.title}`)
}
