import type { LeftDraft, UpdateDraft } from '#lib/contract/updates.ts'
import { type NumberedKind, type NumberedSubject, subjectSlug } from '#lib/domain/subjects.ts'
import type { IsoWeek } from '#lib/kit/iso-week.ts'
import type { Ctx } from '../context.ts'

export type KeptDraft = Omit<UpdateDraft, 'savedAt'> & { savedAt: Date }

export const sentDraft = ({ savedAt, ...draft }: KeptDraft): UpdateDraft => ({
  ...draft,
  savedAt: savedAt.toISOString(),
})

type Row = KeptDraft & { kind: NumberedKind; ref: number; week: IsoWeek }
export type DraftsOfSubject = NumberedSubject & { draft: UpdateDraft | null; left: LeftDraft | null }

/**
 * What the acting person has begun to write and not posted, by subject: the draft of a week, and the newest one that was left
 * in an earlier week. Another person’s drafts are not read by anything.
 */
export async function draftsUpTo(ctx: Ctx, week: IsoWeek): Promise<ReadonlyMap<string, DraftsOfSubject>> {
  const { rows } = await ctx.db.query<Row>({
    name: 'drafts-up-to-week',
    text: `select subject_kind as kind, subject_number as ref, week, progress, blockers, next, confidence, version,
        saved_at as "savedAt"
      from update_drafts where group_id = $1 and person_id = $2 and week <= $3 order by week`,
    values: [ctx.group.id, ctx.actor.id, week],
  })
  const found = new Map<string, DraftsOfSubject>()
  for (const { kind, ref, week: of, ...kept } of rows) {
    const slug = subjectSlug({ kind, ref })
    const known = found.get(slug) ?? { kind, ref, draft: null, left: null }
    const draft = sentDraft(kept)
    found.set(slug, of === week ? { ...known, draft } : { ...known, left: { ...draft, week: of } })
  }
  return found
}

export const draftOf = async (
  ctx: Ctx,
  subject: NumberedSubject,
  week: IsoWeek,
): Promise<UpdateDraft | null> => (await draftsUpTo(ctx, week)).get(subjectSlug(subject))?.draft ?? null
