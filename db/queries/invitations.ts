import type { Pool, PoolClient } from 'pg'
import type { InvitationFacts } from '#lib/contract/invitations.ts'
import { type InvitationTimes, invitationState } from '#lib/domain/invitations.ts'
import type { Role } from '#lib/domain/permissions.ts'
import { authorise, type Ctx, type GroupKey } from '../context.ts'
import { zoneOrUtc } from '#lib/kit/zone.ts'
import { hashOf } from '../token.ts'

type Row = Omit<InvitationFacts, 'state' | 'createdAt' | 'expiresAt'> & InvitationTimes & { createdAt: Date }

/** @throws forbidden for a person who may not add members: the addresses are for those alone who may */
export async function listInvitations(ctx: Ctx): Promise<{ items: InvitationFacts[] }> {
  authorise(ctx, 'member.edit')
  const { rows } = await ctx.db.query<Row>({
    name: 'invitations',
    text: `select i.id, i.email, i.role, w.name as person, coalesce(b.name, 'Saydo') as by, i.created_at as "createdAt",
        i.expires_at as "expiresAt", i.used_at as "usedAt", i.revoked_at as "revokedAt", u.name as "usedBy"
      from invitations i left join people b on b.id = i.by_id left join people u on u.id = i.used_by_id
        left join people w on w.id = i.person_id
      where i.group_id = $1 order by i.created_at desc, i.id desc limit 200`,
    values: [ctx.group.id],
  })
  return {
    items: rows.map(({ usedAt, revokedAt, expiresAt, createdAt, ...facts }) => ({
      ...facts,
      state: invitationState({ usedAt, revokedAt, expiresAt }, ctx.now),
      createdAt: createdAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
    })),
  }
}

/** An invitation as the person who holds its link sees it. */
export type OpenInvitation = {
  group: GroupKey
  id: number
  email: string
  role: Role
  by: string
  /** Whose address it is, where the installation knows it. */
  person: { id: string; name: string } | null
  /** A person of the group without an account, whom it gives one; null for a newcomer. */
  known: { id: string; name: string; handle: string } | null
}

/** Null for a link that is unknown, used, revoked or has run out: they look the same from outside. */
export async function invitationOf(
  client: Pool | PoolClient,
  token: string,
  now: Date,
): Promise<OpenInvitation | null> {
  const { rows } = await client.query<OpenInvitation>({
    name: 'invitation-of-token',
    text: `select jsonb_build_object('id', g.id, 'slug', g.slug, 'name', g.name, 'zone', g.zone) as "group",
        i.id, i.email, i.role, coalesce(b.name, 'Saydo') as by,
        case when p.id is not null then jsonb_build_object('id', p.id, 'name', p.name) end as person,
        case when w.id is not null then jsonb_build_object('id', w.id, 'name', w.name, 'handle', w.handle) end as known
      from invitations i join groups g on g.id = i.group_id
      left join people b on b.id = i.by_id
      left join people p on p.email = i.email and i.person_id is null
      left join people w on w.id = i.person_id
      where i.token = $1 and i.used_at is null and i.revoked_at is null and i.expires_at > $2`,
    values: [hashOf(token), now],
  })
  const [found] = rows
  return found ? { ...found, group: { ...found.group, zone: zoneOrUtc(found.group.zone) } } : null
}
