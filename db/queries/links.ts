import type { InputOf, OutputOf } from '#lib/contract/endpoint.ts'
import type { listLinks as list } from '#lib/contract/links.ts'
import { type Link, LINK_ROLES } from '#lib/domain/links.ts'
import { may } from '#lib/domain/permissions.ts'
import type { Ctx } from '../context.ts'
import { issueFacts } from './facts.ts'

type Items = OutputOf<typeof list>['items']

/** Both directions, what it waits for first. Links with what the reader may not see are absent. */
export async function listLinks(ctx: Ctx, { ref }: InputOf<typeof list>): Promise<OutputOf<typeof list>> {
  await issueFacts(ctx, ref)
  const { rows } = await ctx.db.query<{ items: Items }>({
    name: 'links-of-issue',
    text: `select coalesce(jsonb_agg(jsonb_build_object('role', l.role, 'other', jsonb_build_object('ref', i.number,
          'title', i.title, 'state', i.state, 'closeReason', i.close_reason, 'weight', i.weight))
        order by array_position($4::text[], l.role), i.state desc, i.number), '[]') as items
      from (
        select to_number as other, kind as role from issue_links where group_id = $1 and from_number = $2
        union all
        select from_number, case kind when 'blocks' then 'blocked_by' when 'duplicates' then 'duplicated_by'
          when 'split_into' then 'split_from' else kind end
        from issue_links where group_id = $1 and to_number = $2
      ) l join issues i on i.group_id = $1 and i.number = l.other and ($3 or not i.confidential)`,
    values: [ctx.group.id, ref, may(ctx.actor, 'see.confidential'), [...LINK_ROLES]],
  })
  return { items: rows[0]?.items ?? [] }
}

/** The links between two issues, and those of the kind that lead on from where the new one ends. */
export async function linksAround(ctx: Ctx, { from, to, kind }: Link): Promise<Link[]> {
  const { rows } = await ctx.db.query<Link>({
    name: 'links-around',
    text: `with recursive onward as (
        select from_number, to_number, kind from issue_links 
          where group_id = $1 and kind = $4 and kind <> 'relates' and from_number = $3 and to_number is not null
        union
        select l.from_number, l.to_number, l.kind from issue_links l
          join onward o on l.group_id = $1 and l.kind = o.kind and l.from_number = o.to_number
          where l.to_number is not null
      ), these as (
        select from_number, to_number, kind from issue_links
          where group_id = $1 and ((from_number = $2 and to_number = $3) or (from_number = $3 and to_number = $2))
      )
      select from_number as "from", to_number as "to", kind from (table onward union table these) held`,
    values: [ctx.group.id, from, to, kind],
  })
  return rows
}
