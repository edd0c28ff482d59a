import type { OutputOf } from '#lib/contract/endpoint.ts'
import type { PlanningTemplate, readPlanningTemplate as endpoint } from '#lib/contract/planning-issue.ts'
import { PLANNING_STARTER } from '#lib/domain/planning-issue/planning-template.ts'
import { notFound } from '#lib/kit/failure.ts'
import type { Ctx } from '../context.ts'

const STARTER: PlanningTemplate = { version: 0, ...PLANNING_STARTER, by: null, at: null }

type Row = Omit<PlanningTemplate, 'at'> & { at: Date }

/** The version in use, or the one that is asked for. @throws not_found for a version that never was */
export async function planningTemplate(ctx: Ctx, version: number | null = null): Promise<PlanningTemplate> {
  const { rows } = await ctx.db.query<Row>({
    name: 'planning-template',
    text: `select t.version, t.title, t.body, p.handle as by, t.created_at as at
      from planning_templates t left join people p on p.id = t.by_id
      where t.group_id = $1 and ($2::int is null or t.version = $2) order by t.version desc limit 1`,
    values: [ctx.group.id, version],
  })
  const [row] = rows
  if (row) return { ...row, at: row.at.toISOString() }
  if (version === null || version === 0) return STARTER
  throw notFound(`Version ${version} of the template`)
}

export async function readPlanningTemplate(
  ctx: Ctx,
  { version }: { version?: number | undefined },
): Promise<OutputOf<typeof endpoint>> {
  const [template, { rows }] = await Promise.all([
    planningTemplate(ctx, version ?? null),
    ctx.db.query<Pick<Row, 'version' | 'by' | 'at'>>({
      name: 'planning-template-versions',
      text: `select t.version, p.handle as by, t.created_at as at
        from planning_templates t left join people p on p.id = t.by_id where t.group_id = $1 order by t.version desc`,
      values: [ctx.group.id],
    }),
  ])
  const kept = rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }))
  return { template, versions: [...kept, { version: 0, by: null, at: null }] }
}
