import type { Card } from '#lib/contract/issues.ts'
import type { IssueKind } from '#lib/domain/issues.ts'
import type { WorkType } from '#lib/domain/labels.ts'
import { may } from '#lib/domain/permissions.ts'
import type { Order } from '#lib/domain/rank.ts'
import { wordsOf } from '#lib/domain/search.ts'
import type { Ctx } from '../context.ts'
import { CONFIDENT, SPLIT, TYPE } from './issue-sql.ts'
import { SLIPS } from './slips.ts'
import { holdsWordSql } from './word-sql.ts'

/** Which issues: every condition that is given must hold. Ids are the database's own; `labelIds` must all be carried. */
export type CardFilter = {
  /** Work alone, unless other kinds are asked for. */
  kinds?: readonly IssueKind[]
  refs?: readonly number[]
  milestoneId?: number
  labelIds?: readonly number[]
  state?: 'open' | 'closed'
  teamId?: number
  epic?: number
  /** DRI or assignee, by the person's id. */
  personId?: string
  /** Just those without a DRI. */
  undriven?: true
  /** Words that title or description hold, or a number. */
  words?: string
  /** As the law reads it from the labels; 'none' asks for issues without a type. */
  type?: WorkType | 'none'
  /** Open issues, and those closed no longer ago than this. */
  closedSince?: Date
  /** Just the confidential ones, for every reader: for sums alone, never to be sent. */
  unseen?: true
}

/** A card's rank is that of the order which is asked for. */
export type CardPage = { order: Order | 'number'; limit?: number; below?: number }

/** Cards in the order of their rank (or newest first). Confidential ones only for readers who may see them. */
export async function selectCards(
  ctx: Ctx,
  filter: CardFilter,
  page: CardPage = { order: 'group' },
): Promise<Card[]> {
  const values: unknown[] = []
  const given = (value: unknown) => `$${values.push(value)}`
  const wheres = conditions(ctx, filter, given)
  if (page.below !== undefined) wheres.push(`i.number < ${given(page.below)}::bigint`)
  const limit = page.limit === undefined ? '' : `limit ${given(page.limit)}`
  const order = { group: 'i.rank', planning: 'i.plan_rank', number: 'i.number desc' }[page.order]
  const { rows } = await ctx.db.query<Row>(
    `${COLUMNS} where ${wheres.join(' and ')} order by ${order} ${limit}`,
    values,
  )
  const cards = rows.map(cardOf)
  return page.order === 'planning' ? cards.map(asPlanned) : cards
}

const asPlanned = (card: Card): Card => ({ ...card, rank: card.planRank })

/** One sentence of SQL for each condition; values travel apart from it, as parameters. */
function conditions(ctx: Ctx, filter: CardFilter, given: (value: unknown) => string): string[] {
  const kinds: readonly IssueKind[] = filter.kinds ?? ['issue']
  const wheres = [`i.group_id = ${given(ctx.group.id)}`, `i.kind = any(${given(kinds)}::text[])`]
  const own = 'group_id = i.group_id and issue_number = i.number'
  if (filter.unseen) wheres.push('i.confidential')
  else if (!may(ctx.actor, 'see.confidential')) wheres.push('not i.confidential')
  if (filter.refs) wheres.push(`i.number = any(${given(filter.refs)}::int[])`)
  if (filter.milestoneId !== undefined) wheres.push(`i.milestone_id = ${given(filter.milestoneId)}`)
  if (filter.state) wheres.push(`i.state = ${given(filter.state)}`)
  if (filter.teamId !== undefined) wheres.push(`i.team_id = ${given(filter.teamId)}`)
  if (filter.epic !== undefined) wheres.push(`i.epic_number = ${given(filter.epic)}`)
  if (filter.undriven) wheres.push('i.dri_id is null')
  if (filter.closedSince) wheres.push(`(i.state = 'open' or i.closed_at >= ${given(filter.closedSince)})`)
  if (filter.personId !== undefined) {
    const person = given(filter.personId)
    wheres.push(
      `(i.dri_id = ${person} or exists (select from issue_assignees where ${own} and person_id = ${person}))`,
    )
  }
  if (filter.words) {
    const held = wordsOf(filter.words)
      .map((word) => holdsWordSql(word, given))
      .join(' and ')
    const found = `exists (select from search_documents d where d.group_id = i.group_id and d.kind = 'issue'
      and d.key = i.number and ${held || 'false'})`
    wheres.push(`(${found} or '#' || i.number = ${given(filter.words)})`)
  }
  if (filter.labelIds && filter.labelIds.length > 0) wheres.push(`l.ids @> ${given(filter.labelIds)}::int[]`)
  if (filter.type !== undefined) wheres.push(`${TYPE} = ${given(filter.type)}`)
  return wheres
}

export async function cardByRef(ctx: Ctx, ref: number): Promise<Card | undefined> {
  const { rows } = await ctx.db.query<Row>({
    name: 'card-by-ref',
    text: `${COLUMNS} where i.group_id = $1 and i.number = $2 and ($3 or not i.confidential)`,
    values: [ctx.group.id, ref, may(ctx.actor, 'see.confidential')],
  })
  return rows[0] && cardOf(rows[0])
}

/** Labels come as bare ids with their instants: which of them tells the state is looked up once, not once a card. */
const COLUMNS = `
select i.number, i.title, i.state, i.close_reason, i.closed_at, i.weight, i.epic_number, i.due_on, i.confidential,
  i.sample, i.rank, i.plan_rank, i.version, ${SPLIT} as split, ${SLIPS} as slips, m.slug as milestone, t.slug as team, d.handle as dri, l.ids as label_ids, l.since,
  array(select p.handle from issue_assignees a join people p on p.id = a.person_id
    where a.group_id = i.group_id and a.issue_number = i.number order by a.added_at, p.handle) as assignees,
  (select p.handle from hand_overs h join people p on p.id = h.to_id
    where h.group_id = i.group_id and h.issue_number = i.number and h.outcome is null) as offered_to,
  (select array[b.need, b.from_whom] from blocks b
    where b.group_id = i.group_id and b.issue_number = i.number and b.until_at is null limit 1) as blocked,
  i.number in (select h.issue_number from hands h where h.group_id = $1 and h.lowered_at is null and h.issue_number is not null) as hand_raised,
  ${CONFIDENT} as confident
from issues i
cross join (select array(select k.id from labels k where k.group_id = $1 and k.meaning like 'workflow.%') as ids) w
left join milestones m on m.group_id = i.group_id and m.id = i.milestone_id
left join functional_teams t on t.group_id = i.group_id and t.id = i.team_id
left join people d on d.id = i.dri_id
left join lateral (
  select array_agg(il.label_id) as ids, max(il.added_at) filter (where il.label_id = any(w.ids)) as since
  from issue_labels il where il.group_id = i.group_id and il.issue_number = i.number
) l on true`

type Row = {
  number: number
  title: string
  state: Card['state']
  close_reason: Card['closeReason']
  closed_at: Date | null
  weight: number | null
  split: boolean
  slips: number
  epic_number: number | null
  due_on: string | null
  confidential: boolean
  sample: boolean
  rank: string
  plan_rank: string
  version: number
  milestone: string | null
  team: string | null
  dri: string | null
  offered_to: string | null
  label_ids: number[] | null
  since: Date | null
  assignees: string[]
  blocked: [string, string] | null
  hand_raised: boolean
  confident: Card['confident']
}

const cardOf = (row: Row): Card => ({
  ref: row.number,
  title: row.title,
  state: row.state,
  closeReason: row.close_reason,
  closedAt: row.closed_at?.toISOString() ?? null,
  labelIds: (row.label_ids ?? []).toSorted((a, b) => a - b).map(String),
  milestone: row.milestone,
  epic: row.epic_number,
  team: row.team,
  weight: row.weight,
  split: row.split,
  slips: row.slips,
  dri: row.dri,
  offeredTo: row.offered_to,
  assignees: row.assignees,
  blocked: row.blocked && { need: row.blocked[0], from: row.blocked[1] },
  handRaised: row.hand_raised,
  confident: row.confident,
  since: row.since?.toISOString() ?? null,
  due: row.due_on,
  confidential: row.confidential,
  sample: row.sample,
  rank: row.rank,
  planRank: row.plan_rank,
  version: row.version,
})
