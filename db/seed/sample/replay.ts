import type { Db } from '../../context.ts'

type Kept = { title: string; said: number; done: number }
type Row = { number: number; type: string; at: Date; issue: number; data: Facts }
type Facts = {
  labels?: { meaning: string | null }[]
  added?: { meaning: string | null }[]
  removed?: { meaning: string | null }[]
  to?: { title: string } | null
  milestone?: { title: string } | null
  closed?: string
  reason?: string
  reopened?: boolean
}
type Card = { milestone: string | null; deliverable: boolean; doneAt: Date | null }

/**
 * For tests: what was said and done in each closed milestone, told by the ledger alone. Handbook: "Issues added to the
 * Build Board with the ~Deliverable label are the Assigned Issues. Issues closed by the end of the milestone are the
 * Completed Issues."
 */
export async function sayDoFromLedger(db: Db, groupId = 1): Promise<Kept[]> {
  const boxes = await db.query<{ title: string; startOn: string; dueOn: string }>(
    `select title, start_on as "startOn", due_on as "dueOn" from milestones where group_id = $1 and closed_at is not null order by start_on`,
    [groupId],
  )
  const events = await db.query<Row>(
    `select number, type, at, issue_number as issue, data from events
      where group_id = $1 and issue_number is not null order by number`,
    [groupId],
  )
  return boxes.rows.map(({ title, startOn, dueOn }) => {
    const [start, end] = [Date.parse(startOn), Date.parse(dueOn) + 86_400_000]
    const cards = new Map<number, Card>()
    const said = new Set<number>()
    for (const event of events.rows.filter((row) => row.at.getTime() < end)) {
      const card = after(
        cards.get(event.issue) ?? { milestone: null, deliverable: false, doneAt: null },
        event,
      )
      cards.set(event.issue, card)
      if (card.deliverable && card.milestone === title) said.add(event.issue)
      else if (event.at.getTime() < start) said.delete(event.issue)
    }
    const done = [...said].filter((issue) => cards.get(issue)?.doneAt)
    return { title, said: said.size, done: done.length }
  })
}

function after(card: Card, { type, at, data }: Row): Card {
  const means = (labels: Facts['added']) => labels?.some((label) => label.meaning === 'deliverable') ?? false
  const milestone =
    type === 'issue.created' ? data.milestone : type === 'issue.milestone_set' ? data.to : undefined
  const done = data.closed === 'done' || (type === 'issue.closed' && data.reason === 'done')
  const reopened = type === 'issue.reopened' || data.reopened
  return {
    milestone: milestone === undefined ? card.milestone : (milestone?.title ?? null),
    deliverable: means(data.labels ?? data.added) || (card.deliverable && !means(data.removed)),
    doneAt: done ? at : reopened ? null : card.doneAt,
  }
}
