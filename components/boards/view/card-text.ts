import { dayIn } from '#components/ui/days/days.ts'
import type { Column } from '#lib/contract/boards.ts'
import type { Card } from '#lib/contract/issues.ts'
import { confidenceWords } from '#lib/domain/confidence.ts'
import { typeOf } from '#lib/domain/labels.ts'
import type { LabelFact, WorkType } from '#lib/domain/labels.ts'
import type { Absence } from '#lib/contract/facts.ts'
import { awayText } from '#lib/kit/day-text.ts'
import { daysBetween } from '#lib/kit/plain-date.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'
import { isolated } from '#lib/kit/visible.ts'

import { faceOf, labelText, labelsOf } from '#components/lookups/card-names.ts'
import type { Lookups } from '#components/lookups/card-names.ts'

type Face = { handle: string; name: string }

/** What a card says, read out of ids. */
export type CardText = {
  card: Card
  /** Null where the column says it already. */
  type: WorkType | null
  /** Without those that the column, the board or the type say already. */
  labels: { title: string; hue: number }[]
  epic: string
  blocked: string | null
  /** How often it slipped, while it is open. */
  slips: string | null
  dri: Face | null
  /** Who is asked to take over and has not answered. */
  asked: Face | null
  others: Face[]
  /** Where the DRI is away today or within the coming week. */
  away: string | null
  /** Only where it has lain longer than usual. */
  age: string | null
  /** What its DRI said last of the milestone. */
  confidence: string | null
  /** All but the title, for those who do not see the card: with its title they name it. */
  facts: string
}

export type CardSetting = {
  names: Lookups
  column: Column | null
  filterLabelIds: readonly string[]
  away: readonly Absence[]
  today: PlainDate
  zone: string
}

export function cardText(card: Card, setting: CardSetting): CardText {
  const { names, column } = setting
  const held = labelsOf(card, names)
  const type = typeOf(held)
  const dri = card.dri === null ? null : faceOf(card.dri, names)
  const asked = card.offeredTo === null ? null : faceOf(card.offeredTo, names)
  const others = card.assignees
    .filter((one) => one !== card.dri && one !== card.offeredTo)
    .map((one) => faceOf(one, names))
  const epic = card.epic === null ? '' : (names.epics.get(card.epic)?.title ?? '')
  const blocked = card.state === 'closed' ? null : blockedText(card)
  const slips = card.state === 'open' && card.slips > 0 ? `slipped ${card.slips}×` : null
  const age = card.state === 'closed' ? null : ageOf(card, setting)
  const closed = card.state === 'closed'
  const confidence = card.confident && confidenceWords(card.confident)
  const absence = closed ? undefined : setting.away.find(({ person }) => person === card.dri)
  const away = dri && absence ? awayText(dri.name, absence) : null
  const labels = held
    .filter((label) => isWorthSaying(label, setting) && !(closed && isState(label)))
    .map((label) => ({ title: labelText(label), hue: label.hue }))
  const facts = [
    `#${card.ref}`,
    card.confidential && 'confidential',
    type,
    card.weight === null ? 'no weight' : `weight ${card.weight}`,
    epic && `epic ${epic}`,
    blocked && `blocked, needs ${blocked}`,
    slips,
    card.handRaised && 'hand raised',
    confidence,
    dri ? `DRI ${dri.name}` : card.state === 'open' && 'no DRI',
    asked && `hand-over to ${asked.name} pending`,
    away,
    others.length > 0 && `with ${others.map(({ name }) => name).join(' and ')}`,
    labels.length > 0 && `labels ${labels.map(({ title }) => title).join(' and ')}`,
    age,
  ]
  return {
    card,
    type: column && typeOf(held.filter(({ id }) => id === column.labelId)) !== null ? null : type,
    labels,
    epic,
    blocked,
    slips,
    dri,
    asked,
    others: others.slice(0, dri ? 2 : 3),
    away,
    age,
    confidence,
    facts: facts.filter(Boolean).join(', '),
  }
}

/** Where a closed issue stood in the flow says nothing any more. */
const isState = ({ meaning }: LabelFact): boolean => meaning?.startsWith('workflow.') ?? false

const ORGANISATIONAL = ['type.', 'category.', 'group', 'stage', 'section', 'deliverable']

function isWorthSaying({ id, meaning, title }: LabelFact, { column, filterLabelIds }: CardSetting): boolean {
  if (filterLabelIds.includes(id) || column?.labelId === id) return false
  if (typeOf([{ id, meaning, title }]) !== null) return false
  return !ORGANISATIONAL.some((one) => meaning?.startsWith(one))
}

function blockedText({ blocked }: Card): string | null {
  if (!blocked) return null
  const [need, from] = [isolated(blocked.need), isolated(blocked.from)]
  if (need && from) return `${need} from ${from}`
  return need || (from ? `Blocked on ${from}` : 'Reason not set')
}

/** Days in this state where they are more than is usual in this column; nothing where too few were seen to say so. */
function ageOf({ since }: Card, { column, today, zone }: CardSetting): CardText['age'] {
  if (since === null || !column || column.usualDays === null) return null
  const days = Math.max(0, daysBetween(dayIn(zone, since), today))
  const usual = Math.max(1, Math.round(column.usualDays))
  return days > usual ? `${count(days)} here, usually ${count(usual)}` : null
}

const count = (days: number) => (days === 1 ? '1 day' : `${days} days`)
