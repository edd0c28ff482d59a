import type { Pool } from 'pg'
import type { Share } from '#lib/contract/shares.ts'
import { hasExpired, type Shared } from '#lib/domain/shares.ts'
import { dayIn, zoneOrUtc } from '#lib/kit/zone.ts'
import { A_VISITOR, authorise, type Ctx, type GroupKey } from '../context.ts'
import { hashOf } from '../token.ts'
import { todayOf } from './milestones.ts'

/** @throws forbidden for a person who may not revoke them: for whom a page is open is for those alone who may */
export async function listShares(ctx: Ctx): Promise<{ items: Share[] }> {
  authorise(ctx, 'share.revoke')
  const { rows } = await ctx.db.query<Omit<Share, 'createdAt' | 'expired'> & { createdAt: Date }>({
    name: 'shares',
    text: `select s.id, s.what, s.name, coalesce(p.name, 'Saydo') as by, s.created_at as "createdAt",
        s.last_on as "lastOn", s.opened_on as "openedOn",
        case when m.id is not null then jsonb_build_object('slug', m.slug, 'title', m.title) end as milestone
      from shares s left join people p on p.id = s.by_id
        left join milestones m on m.group_id = s.group_id and m.id = s.milestone_id
      where s.group_id = $1 order by s.created_at desc, s.id desc`,
    values: [ctx.group.id],
  })
  return {
    items: rows.map(({ createdAt, ...facts }) => ({
      ...facts,
      createdAt: createdAt.toISOString(),
      expired: hasExpired(facts.lastOn, todayOf(ctx)),
    })),
  }
}

/** What a public link opens, as it is found by its address. */
export type OpenShare = {
  id: number
  what: Shared
  milestone: string | null
  milestoneTitle: string | null
  group: GroupKey
  /** The group's last event. */
  newest: number
  /** The last day on which it was opened. */
  openedOn: string | null
}

/** Null for an address that is unknown, revoked or has run out: they look the same from outside. */
export async function shareOf(db: Pool, token: string, now: Date): Promise<OpenShare | null> {
  const { rows } = await db.query<OpenShare & { lastOn: string | null }>({
    name: 'share-of-token',
    text: `select s.id, s.what, m.slug as milestone, m.title as "milestoneTitle", s.last_on as "lastOn", s.opened_on as "openedOn",
        jsonb_build_object('id', g.id, 'slug', g.slug, 'name', g.name, 'zone', g.zone) as "group", c.last_event as newest
      from shares s join groups g on g.id = s.group_id join group_counters c on c.group_id = s.group_id
        left join milestones m on m.group_id = s.group_id and m.id = s.milestone_id
      where s.token = $1`,
    values: [hashOf(token)],
  })
  const [found] = rows
  if (!found) return null
  const { lastOn, ...share } = found
  const group = { ...share.group, zone: zoneOrUtc(share.group.zone) }
  return hasExpired(lastOn, dayIn(group.zone, now)) ? null : { ...share, group }
}

/** What a visitor with the link reads: with the sight of a stakeholder, and no person. */
export const visitorCtx = ({ group }: Pick<OpenShare, 'group'>, db: Pool, now: Date): Ctx => ({
  actor: A_VISITOR,
  group,
  now,
  db,
})
