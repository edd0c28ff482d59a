import { may } from '#lib/domain/permissions.ts'
import type { AgendaLine } from '#lib/domain/syncs/agenda.ts'
import { type Need, needText } from '#lib/domain/wait.ts'
import type { Ctx } from '../../context.ts'
import { timeboxes } from '../milestones.ts'

type Row = Need & { ref: number; days: number; person: string | null }

/** Blocked issues of the milestone that runs and of the next one, the longest first. */
export async function blockedLines(ctx: Ctx): Promise<AgendaLine[]> {
  const { current, next } = await timeboxes(ctx)
  const boxes = [current, next].flatMap((box) => (box ? Number(box.id) : []))
  const { rows } = await ctx.db.query<Row>({
    name: 'agenda-blocked',
    text: `select i.number as ref, b.need, b.from_whom as "from", p.handle as person,
        floor(extract(epoch from $3::timestamptz - b.since_at) / 86400)::int as days
      from issues i join blocks b on b.group_id = i.group_id and b.issue_number = i.number and b.until_at is null
      left join people p on p.id = i.dri_id
      where i.group_id = $1 and i.milestone_id = any($2::int[]) and i.state = 'open' and i.kind = 'issue'
        and ($4 or not i.confidential)
      order by b.since_at, i.number`,
    values: [ctx.group.id, boxes, ctx.now, may(ctx.actor, 'see.confidential')],
  })
  return rows.map(({ ref, days, person, ...need }) => ({
    source: 'blocked',
    key: `issue-${ref}`,
    about: { kind: 'issue', ref },
    text: `${sentence(needText(need))}${days < 1 ? '' : `, for ${days === 1 ? '1 day' : `${days} days`}`}`,
    person,
  }))
}

const sentence = (text: string) => text.replace(/^is b/, 'B')
