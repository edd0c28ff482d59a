import type { Overview } from '#lib/contract/milestone-overview.ts'
import type { Confidence } from '#lib/domain/confidence.ts'
import { subjectSlug } from '#lib/domain/subjects.ts'
import type { Ctx } from '../context.ts'
import { activeSubjects } from './active-subjects.ts'

/**
 * What was said last of each active subject about the milestone that runs; null for what nothing was said of yet.
 * @param milestone its id
 */
export async function confidenceIn(
  ctx: Ctx,
  milestone: number,
): Promise<NonNullable<Overview['confidence']>> {
  const [active, { rows }] = await Promise.all([
    activeSubjects(ctx, milestone),
    ctx.db.query<{ subject: string; confidence: Confidence }>({
      name: 'confidence-in-milestone',
      text: `select distinct on (subject_kind, subject_number) subject_kind || '-' || subject_number as subject, confidence
        from status_updates where group_id = $1 and milestone_id = $2 order by subject_kind, subject_number, week desc`,
      values: [ctx.group.id, milestone],
    }),
  ])
  const said = new Map(rows.map(({ subject, confidence }) => [subject, confidence]))
  return active.map(({ kind, ref, title }) => ({
    kind,
    ref,
    title,
    confidence: said.get(subjectSlug({ kind, ref })) ?? null,
  }))
}
