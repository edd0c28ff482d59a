import type { Role } from '#lib/domain/permissions.ts'
import type { Named, Telling } from '#lib/domain/telling.ts'
import { dayIn } from '#lib/kit/zone.ts'
import type { Ctx } from '../context.ts'

/** A person of the group whom an event may reach. */
export type Candidate = {
  id: string
  handle: string
  admin: boolean
  roles: Role[]
  /** Of the functional teams that are told, by id. */
  teams: string[]
  watches: boolean
  muted: boolean
  confidential: boolean
}

/** Who is in functional teams on a day. */
const member = (teams: string, day: string) => `member as (
        select m.person_id as id, m.team_id::text as team from memberships m
          where m.group_id = $1 and m.team_id = any(${teams}::int[]) and m.from_on <= ${day} and (m.to_on is null or m.to_on >= ${day}))`
const TEAMS = 'array(select member.team from member where member.id = p.id)'

/**
 * Who may be told of what happened to an issue. Watching is no row of its own: who made it, drives it, works on it or
 * spoke there follows it until they mute it.
 */
export async function candidatesOfIssue(ctx: Ctx, issue: number, telling: Telling): Promise<Candidate[]> {
  const { rows } = await ctx.db.query<Candidate>({
    name: 'possible-recipients',
    text: `with following as (
        select i.author_id as id from issues i where i.group_id = $1 and i.number = $2
        union select i.dri_id from issues i where i.group_id = $1 and i.number = $2
        union select a.person_id from issue_assignees a where a.group_id = $1 and a.issue_number = $2
        union select c.author_id from comments c where c.group_id = $1 and c.issue_number = $2
        union select w.person_id from watches w where w.group_id = $1 and w.issue_number = $2
      ), ${member('$6', '$7')}
      select p.id, p.handle, p.admin, array_agg(r.role) as roles, ${TEAMS} as teams,
        exists (select from following f where f.id = p.id) as watches,
        exists (select from watches w where w.group_id = $1 and w.issue_number = $2 and w.person_id = p.id and w.muted) as muted,
        (select confidential from issues where group_id = $1 and number = $2) as confidential
      from people p join group_roles r on r.group_id = $1 and r.person_id = p.id
      where p.id = any($3::text[]) or p.handle = any($3::text[]) or ($4 and p.id in (select id from following))
        or p.id in (select h.person_id from group_roles h where h.group_id = $1 and h.role = any($5::text[]))
        or p.id in (select id from member)
      group by p.id`,
    values: [
      ctx.group.id,
      issue,
      namesIn(telling),
      telling.watchers,
      rolesIn(telling),
      teamsIn(telling),
      dayIn(ctx.group.zone, ctx.now),
    ],
  })
  return rows
}

/** Who may be told of what happened to something else: by name, by role, or as one of a functional team today. */
export async function candidatesOfGroup(ctx: Ctx, telling: Telling): Promise<Candidate[]> {
  const { rows } = await ctx.db.query<Candidate>({
    name: 'possible-recipients-of-group',
    text: `with ${member('$4', '$5')}
      select p.id, p.handle, p.admin, array_agg(r.role) as roles,
        ${TEAMS} as teams,
        false as watches, false as muted, false as confidential
      from people p join group_roles r on r.group_id = $1 and r.person_id = p.id
      where p.id = any($2::text[]) or p.handle = any($2::text[]) or p.id in (select id from member)
        or p.id in (select h.person_id from group_roles h where h.group_id = $1 and h.role = any($3::text[]))
      group by p.id`,
    values: [
      ctx.group.id,
      namesIn(telling),
      rolesIn(telling),
      teamsIn(telling),
      dayIn(ctx.group.zone, ctx.now),
    ],
  })
  return rows
}

/** Those of the candidates who are meant by a role or a functional team. */
export const meantOf = ({ all = [] }: Telling, candidates: readonly Candidate[]): Named[] =>
  all.flatMap((many) =>
    candidates
      .filter(({ roles, teams }) => ('role' in many ? roles.includes(many.role) : teams.includes(many.team)))
      .map(({ id }) => ({ person: id, kind: many.kind })),
  )

const namesIn = ({ named }: Telling): string[] => named.map(({ person }) => person)
const rolesIn = ({ all = [] }: Telling): Role[] => all.flatMap((many) => ('role' in many ? [many.role] : []))
const teamsIn = ({ all = [] }: Telling): number[] =>
  all.flatMap((many) => ('team' in many ? [Number(many.team)] : []))
