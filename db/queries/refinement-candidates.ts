import { REFINED_AT_ONCE } from '#lib/domain/refinement.ts'
import { isAwayAllWeek } from '#lib/domain/updates/owed.ts'
import { isoWeek, type PlainDate } from '#lib/kit/plain-date.ts'
import type { Ctx } from '../context.ts'
import { weekOfPeople } from './away-in-week.ts'
import { holdsMeaning, SPLIT, WORKFLOW } from './issue-sql.ts'

export type Candidate = { ref: number; sample: boolean }

/**
 * Issues in planning breakdown that have no weight, at most as many as are refined at once: those of the next milestone
 * first, in the order of its Planning Board, then those of the Next 1-3 Milestones, in the order of theirs. `next` is an id.
 */
export async function candidatesToRefine(ctx: Ctx, next: string | null): Promise<Candidate[]> {
  const { rows } = await ctx.db.query<Candidate>({
    name: 'candidates-to-refine',
    text: `select i.number as ref, i.sample from issues i
      join milestones m on m.group_id = i.group_id and m.id = i.milestone_id
      where i.group_id = $1 and i.kind = 'issue' and i.state = 'open' and i.weight is null
        and i.milestone_id = any(array(select id from milestones where group_id = $1 and (id = $2 or shelf = 'next-1-3')))
        and ${WORKFLOW} = 'planning-breakdown' and not ${SPLIT} and not ${holdsMeaning('spike')}
      order by m.shelf is not null, case when m.shelf is null then i.plan_rank else i.rank end collate "C"
      limit ${REFINED_AT_ONCE}`,
    values: [ctx.group.id, next === null ? null : Number(next)],
  })
  return rows
}

/** More are not asked at once. */
const MOST_ASKED = 20

/** Handles of the engineers who are asked: who works on an issue already, otherwise its functional team, unless away all week. */
export async function engineersToRefine(
  ctx: Ctx,
  refs: readonly number[],
  weekOn: PlainDate,
): Promise<string[]> {
  const week = isoWeek(weekOn)
  const [{ rows }, weeks] = await Promise.all([
    ctx.db.query<{ id: string; handle: string }>({
      name: 'engineers-to-refine',
      text: `with working as (
          select number, dri_id as person from issues where group_id = $1 and number = any($2) and dri_id is not null
          union select issue_number, person_id from issue_assignees where group_id = $1 and issue_number = any($2)
        ), asked as (
          select person from working
          union select m.person_id from issues i
            join memberships m on m.group_id = i.group_id and m.team_id = i.team_id and m.kind = 'main'
              and m.from_on <= $3 and (m.to_on is null or m.to_on >= $3)
            where i.group_id = $1 and i.number = any($2) and i.number not in (select number from working)
        )
        select p.id, p.handle from people p where p.id in (select person from asked)
          and exists (select from group_roles r where r.group_id = $1 and r.person_id = p.id
            and r.role in ('engineer', 'staff_engineer'))
        order by p.handle`,
      values: [ctx.group.id, refs, weekOn],
    }),
    weekOfPeople(ctx, week),
  ])
  const isThere = ({ id }: { id: string }) => {
    const own = weeks.get(id)
    return !own || !isAwayAllWeek(own, week)
  }
  return rows
    .filter(isThere)
    .slice(0, MOST_ASKED)
    .map(({ handle }) => handle)
}

/** Refinement issues that are open still, but for one. */
export async function openRefinements(ctx: Ctx, but: number): Promise<number[]> {
  const { rows } = await ctx.db.query<{ ref: number }>(
    `select number as ref from issues
      where group_id = $1 and kind = 'refinement' and state = 'open' and number <> $2 order by number`,
    [ctx.group.id, but],
  )
  return rows.map(({ ref }) => ref)
}
