import type { PlanningIssue } from '#lib/contract/planning-issue.ts'
import { type PlanningBlocks, segmentsOf } from '#lib/domain/planning-issue/blocks.ts'
import { planningWeek } from '#lib/domain/planning-issue/planning-week.ts'
import { planningMarkdown } from '#lib/domain/planning-issue/with-updates.ts'
import { pressingFirst } from '#lib/domain/updates/assembled.ts'
import { headedOn } from '#lib/domain/updates/owed.ts'
import { may } from '#lib/domain/permissions.ts'
import { notFound } from '#lib/kit/failure.ts'
import { dayIn } from '#lib/kit/zone.ts'
import type { Ctx } from '../context.ts'
import { milestoneFacts, todayOf } from './milestones.ts'
import { liveBlocks, type PlanningBox, planningBox } from './planning-blocks.ts'
import { updateDay, updatesIn } from './updates.ts'

/** The planning issue of a milestone, with what was kept of it. */
export type Planning = {
  ref: number
  title: string
  description: string
  state: 'open' | 'closed'
  posted: { at: string; by: string; comment: number } | null
  frozen: { at: string; by: string | null; blocks: PlanningBlocks } | null
}

const INSTANT = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`

/** Null where there is none, and where it is confidential and not to be seen. */
export async function planningOf(ctx: Ctx, milestone: number): Promise<Planning | null> {
  const { rows } = await ctx.db.query<Planning>({
    name: 'planning-of',
    text: `select p.issue_number as ref, i.title, i.description, i.state,
        (select jsonb_build_object('at', to_char(c.created_at at time zone 'UTC', ${INSTANT}), 'by', q.handle, 'comment', c.id)
          from planning_posts o join comments c on c.group_id = o.group_id and c.id = o.comment_id
          join people q on q.id = c.author_id
          where o.group_id = p.group_id and o.milestone_id = p.milestone_id order by c.created_at desc, c.id desc limit 1) as posted,
        (select jsonb_build_object('at', to_char(f.at at time zone 'UTC', ${INSTANT}), 'blocks', f.blocks,
            'by', (select q.handle from people q where q.id = f.by_id))
          from planning_freezes f where f.group_id = p.group_id and f.milestone_id = p.milestone_id) as frozen
      from planning_issues p join issues i on i.group_id = p.group_id and i.number = p.issue_number
      where p.group_id = $1 and p.milestone_id = $2 and ($3 or not i.confidential)`,
    values: [ctx.group.id, milestone, may(ctx.actor, 'see.confidential')],
  })
  return rows[0] ?? null
}

/** Whether or not the actor may see it: for what is done with its milestone. */
export async function planningRef(
  ctx: Ctx,
  milestone: number,
): Promise<{ ref: number; frozen: boolean } | null> {
  const { rows } = await ctx.db.query<{ ref: number; frozen: boolean }>({
    name: 'planning-ref',
    text: `select p.issue_number as ref, exists (select from planning_freezes f
        where f.group_id = p.group_id and f.milestone_id = p.milestone_id) as frozen
      from planning_issues p where p.group_id = $1 and p.milestone_id = $2`,
    values: [ctx.group.id, milestone],
  })
  return rows[0] ?? null
}

/** @throws not_found where there is none that the reader may see */
export async function planningIn(ctx: Ctx, slug: string): Promise<{ box: PlanningBox; planning: Planning }> {
  const box = await planningBox(ctx, slug)
  const planning = await planningOf(ctx, Number(box.id))
  if (!planning) throw notFound(`The planning issue of ${box.title}`)
  return { box, planning }
}

/** @param origin of the links in its Markdown, such as `https://saydo.example` */
export async function readPlanningIssue(
  ctx: Ctx,
  { milestone }: { milestone: string },
  origin: string,
): Promise<PlanningIssue> {
  const box = await planningBox(ctx, milestone)
  const seesAll = may(ctx.actor, 'see.confidential')
  const planning = await planningOf(ctx, Number(box.id))
  const frozen = planning?.frozen ?? null
  const now = frozen ? await seenOf(ctx, frozen.blocks, seesAll) : await liveBlocks(ctx, box, { seesAll })
  // priorities are the planning issue's: who may not see it sees none
  const blocks = planning ? now : { ...now, priorities: { rows: [], notShown: 0 } }
  const description = planning?.description ?? ''
  return {
    milestone: milestoneFacts(box),
    ref: planning?.ref ?? null,
    title: planning?.title ?? '',
    description,
    texts: segmentsOf(description).flatMap((part) => (part.kind === 'text' ? [{ body: part.text }] : [])),
    blocks,
    posted: planning?.posted ?? null,
    frozen: frozen && { at: frozen.at, by: frozen.by },
    markdown: planning
      ? planningMarkdown(description, blocks, await updatesOf(ctx, blocks, frozen?.at ?? null), {
          group: ctx.group.slug,
          origin,
        })
      : '',
  }
}

/** The updates that its page shows below it, as the reader may see them. */
async function updatesOf(ctx: Ctx, { milestone }: PlanningBlocks, frozenAt: string | null) {
  const frozenOn = frozenAt === null ? null : dayIn(ctx.group.zone, new Date(frozenAt))
  const week = planningWeek(milestone, todayOf(ctx), frozenOn)
  if (week === null) return null
  const [day, all] = await Promise.all([updateDay(ctx), updatesIn(ctx, week)])
  return { on: headedOn(week, day, todayOf(ctx)), updates: pressingFirst(all) }
}

/** Of what was frozen, what the reader may see now: an issue may have become confidential since. */
async function seenOf(ctx: Ctx, blocks: PlanningBlocks, seesAll: boolean): Promise<PlanningBlocks> {
  if (seesAll) return blocks
  const { priorities, deliverables } = blocks
  const refs = [
    ...deliverables.rows.map(({ ref }) => ref),
    ...priorities.rows.flatMap(({ kind, number }) => (kind === 'issue' ? [number] : [])),
  ]
  const { rows } = await ctx.db.query<{ ref: number }>({
    name: 'planning-confidential',
    text: 'select number as ref from issues where group_id = $1 and number = any($2::int[]) and confidential',
    values: [ctx.group.id, refs],
  })
  const hidden = new Set(rows.map(({ ref }) => ref))
  const shown = {
    priorities: priorities.rows.filter(({ kind, number }) => kind === 'epic' || !hidden.has(number)),
    deliverables: deliverables.rows.filter(({ ref }) => !hidden.has(ref)),
  }
  return {
    ...blocks,
    priorities: {
      rows: shown.priorities,
      notShown: priorities.notShown + priorities.rows.length - shown.priorities.length,
    },
    deliverables: {
      rows: shown.deliverables,
      notShown: deliverables.notShown + deliverables.rows.length - shown.deliverables.length,
    },
  }
}
