import type { OutputOf } from '#lib/contract/endpoint.ts'
import type { Group, listGroups as list, Me } from '#lib/contract/groups.ts'
import { dayIn, zoneOrUtc } from '#lib/kit/zone.ts'
import type { Ctx, Db } from '../context.ts'
import { boardsOf } from './boards-list.ts'

type Summary = OutputOf<typeof list>['items'][number]

/** The groups in which a person has a role; an administrator of the installation sees all. */
export async function groupsOf(db: Db, person: { id: string; admin: boolean }): Promise<Summary[]> {
  const { rows } = await db.query<Summary>({
    name: 'groups-of-person',
    text: `select g.slug, g.name, array(select r.role from group_roles r
        where r.group_id = g.id and r.person_id = $1 order by r.role) as roles
      from groups g
      where $2 or exists (select from group_roles r where r.group_id = g.id and r.person_id = $1)
      order by g.id`,
    values: [person.id, person.admin],
  })
  return rows
}

export async function readMe(
  db: Db,
  person: { id: string; handle: string; name: string; admin: boolean },
): Promise<Me> {
  const { handle, name, admin } = person
  return { handle, name, admin, groups: await groupsOf(db, person) }
}

/** For SQL: how the group `g` wants its work to divide by type; null where it has not said so. */
export const MIX = `case when g.mix_bug is null then null
  else jsonb_build_object('bug', g.mix_bug, 'maintenance', g.mix_maintenance, 'feature', g.mix_feature) end`

type Row = Omit<Group, 'boards' | 'roles' | 'today' | 'lostZone'>

export async function readGroup(ctx: Ctx): Promise<Group> {
  const { rows } = await ctx.db.query<Row>({
    name: 'read-group',
    text: `select g.slug, g.name, g.summary, g.vision, g.mission, g.zone, g.namespace, g.channel,
        g.days_per_weight::float as "daysPerWeight", g.focus_factor::float as "focusFactor",
        g.country, g.region, g.triage_share as "triageShare",
        g.refinement_day as "refinementDay", g.refinement_hour as "refinementHour",
        g.update_day as "updateDay",
        g.sync_day as "syncDay", g.sync_time as "syncTime", g.sync_minutes as "syncMinutes", ${MIX} as mix,
        coalesce((select jsonb_agg(jsonb_build_object('name', c.name, 'purpose', c.purpose) order by c.name)
          from group_channels c where c.group_id = g.id), '[]') as channels,
        coalesce((select jsonb_agg(jsonb_build_object('activity', c.activity, 'frequency', c.frequency, 'owner', c.owner) order by c.position)
          from group_cadence c where c.group_id = g.id), '[]') as cadence,
        exists (select from issues i where i.group_id = g.id and i.sample) as sample,
        c.last_event as event
      from groups g join group_counters c on c.group_id = g.id where g.id = $1`,
    values: [ctx.group.id],
  })
  const [row] = rows
  if (!row) throw new Error('The group of the context is gone.')
  const zone = zoneOrUtc(row.zone)
  const lostZone = zone === row.zone ? null : row.zone
  const today = dayIn(zone, ctx.now)
  return { ...row, zone, lostZone, today, boards: await boardsOf(ctx), roles: [...ctx.actor.roles] }
}
