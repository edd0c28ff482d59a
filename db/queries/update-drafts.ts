import type { UpdateDraft } from '#lib/contract/updates.ts'
import { type NumberedKind, type NumberedSubject, subjectSlug } from '#lib/domain/subjects.ts'
import type { IsoWeek } from '#lib/kit/iso-week.ts'
import type { Ctx } from '../context.ts'

export type KeptDraft = Omit<UpdateDraft, 'savedAt'> & { savedAt: Date }

export const sentDraft = ({ savedAt, ...draft }: KeptDraft): UpdateDraft => ({
  ...draft,
  savedAt: savedAt.toISOString(),
})

/** The drafts of the acting person for a week, by subject; another person’s are not read by anything. */
export async function draftsIn(ctx: Ctx, week: IsoWeek): Promise<ReadonlyMap<string, UpdateDraft>> {
  const { rows } = await ctx.db.query<KeptDraft & { kind: NumberedKind; ref: number }>({
    name: 'drafts-in-week',
    text: `select subject_kind as kind, subject_number as ref, progress, blockers, next, confidence, version, saved_at as "savedAt"
      from update_drafts where group_id = $1 and person_id = $2 and week = $3`,
    values: [ctx.group.id, ctx.actor.id, week],
  })
  return new Map(rows.map(({ kind, ref, ...draft }) => [subjectSlug({ kind, ref }), sentDraft(draft)]))
}

export const draftOf = async (
  ctx: Ctx,
  subject: NumberedSubject,
  week: IsoWeek,
): Promise<UpdateDraft | null> => (await draftsIn(ctx, week)).get(subjectSlug(subject)) ?? null
