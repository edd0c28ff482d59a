import type { Pool } from 'pg'
import type { Feed } from '#lib/contract/calendar-files.ts'
import type { FeedEntry } from '#lib/domain/calendar/feed.ts'
import type { FeedOf, FeedPart } from '#lib/domain/calendar/feed-names.ts'
import type { Role } from '#lib/domain/permissions.ts'
import { addDays } from '#lib/kit/plain-date.ts'
import { dayIn, zoneOrUtc } from '#lib/kit/zone.ts'
import type { Ctx } from '../context.ts'
import { hashOf } from '../token.ts'

/** The actor's own, in the group. */
export async function listFeeds(ctx: Ctx): Promise<{ items: Feed[] }> {
  const { rows } = await ctx.db.query<{ of: FeedOf; createdAt: Date; parts: FeedPart[] }>({
    name: 'calendar-feeds',
    text: `select of, created_at as "createdAt", parts from calendar_feeds
      where group_id = $1 and person_id = $2 order by of desc`,
    values: [ctx.group.id, ctx.actor.id],
  })
  return {
    items: rows.map(({ of, createdAt, parts }) => ({ of, createdAt: createdAt.toISOString(), parts })),
  }
}

export type OpenFeed = {
  of: FeedOf
  createdAt: Date
  parts: FeedPart[]
  personId: string
  /** As the rights of the owner are at this moment. */
  handle: string
  admin: boolean
  roles: Role[]
  person: string
  group: { id: number; slug: string; name: string; zone: string }
}

/** The feed of an address, for as long as its owner sees the group: rights are those of this moment. */
export async function feedOf(db: Pool, token: string): Promise<OpenFeed | null> {
  const { rows } = await db.query<OpenFeed>({
    name: 'calendar-feed-of-token',
    text: `select f.of, f.created_at as "createdAt", f.parts, f.person_id as "personId", p.name as person, p.handle, p.admin,
        array(select r.role from group_roles r where r.group_id = f.group_id and r.person_id = p.id) as roles,
        jsonb_build_object('id', g.id, 'slug', g.slug, 'name', g.name, 'zone', g.zone) as "group"
      from calendar_feeds f join people p on p.id = f.person_id join groups g on g.id = f.group_id
      where f.token = $1
        and (p.admin or exists (select from group_roles r where r.group_id = g.id and r.person_id = p.id))`,
    values: [hashOf(token)],
  })
  const [found] = rows
  return found ? { ...found, group: { ...found.group, zone: zoneOrUtc(found.group.zone) } } : null
}

/** A quarter of a year back: calendars forget what is no longer in the feed. */
const DAYS_BACK = 92

/** Who is away when. Kinds and notes are not read. */
export async function feedEntries(
  db: Pool,
  { of, parts, personId, group }: OpenFeed,
  now: Date,
): Promise<FeedEntry[]> {
  if (!parts.includes('away')) return []
  const { rows } = await db.query<FeedEntry>({
    name: 'calendar-feed-entries',
    text: `select t.id, p.name, t.from_on as "fromOn", t.to_on as "toOn", t.from_noon as "fromNoon",
        t.until_noon as "untilNoon", t.created_at as "createdAt"
      from time_off t join people p on p.id = t.person_id
      where t.group_id = $1 and t.removed_at is null and t.to_on >= $2 and ($3::text is null or t.person_id = $3)
      order by t.from_on, t.id`,
    values: [group.id, addDays(dayIn(group.zone, now), -DAYS_BACK), of === 'me' ? personId : null],
  })
  return rows
}
