import { may } from '#lib/domain/permissions.ts'
import { type NumberedKind, subjectSlug } from '#lib/domain/subjects.ts'
import type { AgendaLine } from '#lib/domain/syncs/agenda.ts'
import type { Ctx } from '../../context.ts'

type Row = { kind: NumberedKind; ref: number; to: string; from: string; person: string }

/** Hand-overs of issues and epics that wait for an answer, the longest first. */
export async function handOverLines(ctx: Ctx): Promise<AgendaLine[]> {
  const { rows } = await ctx.db.query<Row>({
    name: 'agenda-hand-overs',
    text: `select h.subject_kind as kind, h.subject_number as ref, t.name as "to", f.name as "from", t.handle as person
      from hand_overs h join people t on t.id = h.to_id join people f on f.id = h.from_id
      left join issues i on i.group_id = h.group_id and i.number = h.issue_number
      where h.group_id = $1 and h.outcome is null and ($2 or i.confidential is not true) order by h.at, h.id`,
    values: [ctx.group.id, may(ctx.actor, 'see.confidential')],
  })
  return rows.map(({ kind, ref, from, to, person }) => ({
    source: 'hand_over',
    key: subjectSlug({ kind, ref }),
    about: { kind, ref },
    text: `${from} asked ${to} to take over`,
    person,
  }))
}
