import type { OutputOf } from '#lib/contract/endpoint.ts'
import type { listSandboxes as endpoint, Sandbox } from '#lib/contract/sandboxes.ts'
import { notFound } from '#lib/kit/failure.ts'
import type { Ctx } from '../context.ts'
import { milestoneBySlug } from './facts.ts'

export type SandboxRow = Omit<Sandbox, 'createdAt' | 'endedAt'> & {
  id: number
  base: number
  createdAt: Date
  endedAt: Date | null
}

const COLUMNS = `select s.id, s.slug, s.title, b.handle as by, coalesce(b.name, 'The clock') as "byName", s.created_at as "createdAt",
    s.state, s.ended_at as "endedAt", e.name as "endedBy", s.base_event as base,
    (select count(*)::int from sandbox_changes c where c.group_id = s.group_id and c.sandbox_id = s.id) as changes
  from sandboxes s left join people b on b.id = s.by_id left join people e on e.id = s.ended_by_id`

export function sandboxFacts(row: SandboxRow): Sandbox {
  const { id: _, base: __, createdAt, endedAt, ...facts } = row
  return { ...facts, createdAt: createdAt.toISOString(), endedAt: endedAt?.toISOString() ?? null }
}

export async function listSandboxes(
  ctx: Ctx,
  { milestone: slug }: { milestone: string },
): Promise<OutputOf<typeof endpoint>> {
  const { id } = await milestoneBySlug(ctx, slug)
  const { rows } = await ctx.db.query<SandboxRow>({
    name: 'sandboxes',
    text: `${COLUMNS} where s.group_id = $1 and s.milestone_id = $2 order by s.state <> 'open', s.id desc limit 100`,
    values: [ctx.group.id, Number(id)],
  })
  return { items: rows.map(sandboxFacts) }
}

/** @throws not_found */
export async function sandboxBySlug(ctx: Ctx, milestone: number, slug: string): Promise<SandboxRow> {
  const { rows } = await ctx.db.query<SandboxRow>({
    name: 'sandbox-by-slug',
    text: `${COLUMNS} where s.group_id = $1 and s.milestone_id = $2 and s.slug = $3`,
    values: [ctx.group.id, milestone, slug],
  })
  if (!rows[0]) throw notFound(`The what-if “${slug}”`)
  return rows[0]
}
