import type { InputOf, OutputOf } from '#lib/contract/endpoint.ts'
import type {
  discardDraft as discard,
  saveDraft as save,
  takeOverDraft as takeOver,
  UpdateDraft,
} from '#lib/contract/updates.ts'
import { whyNotInWeek, whyNotTakeOver } from '#lib/domain/updates/owed.ts'
import { Failure, insist } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../../context.ts'
import { ownAct } from '../../own-act.ts'
import { type KeptDraft, draftOf, sentDraft } from '../../queries/update-drafts.ts'
import { todayOf } from '../../queries/milestones.ts'
import { subjectFacts, subjectNamed } from '../../queries/subjects.ts'
import { meOf } from '../issues/dri.ts'

/**
 * Keeps what a person has begun to write. Two devices that write at once notice each other: the second is told what the first
 * has saved, and loses nothing.
 */
export const saveDraft = (
  ctx: Ctx,
  { subject: named, week, version, progress, blockers, next, confidence }: InputOf<typeof save>,
): Promise<OutputOf<typeof save>> =>
  ownAct(ctx, async (ctx) => {
    authorise(ctx, 'update.post')
    const me = meOf(ctx)
    const subject = subjectNamed(named)
    await subjectFacts(ctx, subject)
    const key = [ctx.group.id, me.id, week, subject.kind, subject.ref]
    const { rows } = await ctx.db.query<KeptDraft>({
      name: 'save-draft',
      text: `insert into update_drafts as d (group_id, person_id, week, subject_kind, subject_number, progress, blockers, next,
          confidence, version, saved_at) select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10::int + 1, $11
          where $10::int = 0 or exists (select from update_drafts o where o.group_id = $1 and o.person_id = $2 and o.week = $3
            and o.subject_kind = $4 and o.subject_number = $5)
        on conflict (group_id, person_id, week, subject_kind, subject_number) do update set progress = excluded.progress,
          blockers = excluded.blockers, next = excluded.next, confidence = excluded.confidence, version = d.version + 1,
          saved_at = excluded.saved_at where d.version = $10
        returning progress, blockers, next, confidence, version, saved_at as "savedAt"`,
      values: [...key, progress, blockers, next, confidence, version, ctx.now],
    })
    if (rows[0]) return { draft: sentDraft(rows[0]) }
    throw stale(await draftOf(ctx, subject, week), { progress, blockers, next, confidence })
  })

/** In one statement, so that the texts are always in one of the two weeks, and never in both. */
export const takeOverDraft = (
  ctx: Ctx,
  { subject: named, week, from, fromVersion, version }: InputOf<typeof takeOver>,
): Promise<OutputOf<typeof takeOver>> =>
  ownAct(ctx, async (ctx) => {
    authorise(ctx, 'update.post')
    insist(whyNotInWeek(week, todayOf(ctx)) ?? whyNotTakeOver({ from, week }))
    const { kind, ref } = await subjectFacts(ctx, subjectNamed(named))
    const { rows } = await ctx.db.query<KeptDraft>({
      name: 'take-over-draft',
      text: `with taken as (
          insert into update_drafts as d (group_id, person_id, week, subject_kind, subject_number, progress, blockers, next,
            confidence, version, saved_at)
          select o.group_id, o.person_id, $5, o.subject_kind, o.subject_number, o.progress, o.blockers, o.next, null, 1, $9
            from update_drafts o where o.group_id = $1 and o.person_id = $2 and o.subject_kind = $3 and o.subject_number = $4
              and o.week = $6 and o.version = $7
              and ($8::int = 0 or exists (select from update_drafts n where n.group_id = $1 and n.person_id = $2 and n.week = $5
                and n.subject_kind = $3 and n.subject_number = $4))
          on conflict (group_id, person_id, week, subject_kind, subject_number) do update set progress = excluded.progress,
            blockers = excluded.blockers, next = excluded.next, confidence = null, version = d.version + 1,
            saved_at = excluded.saved_at where d.version = $8
          returning d.progress, d.blockers, d.next, d.confidence, d.version, d.saved_at as "savedAt"),
        gone as (delete from update_drafts o where o.group_id = $1 and o.person_id = $2 and o.subject_kind = $3
          and o.subject_number = $4 and o.week = $6 and exists (select from taken))
        select progress, blockers, next, confidence, version, "savedAt" from taken`,
      values: [ctx.group.id, meOf(ctx).id, kind, ref, week, from, fromVersion, version, ctx.now],
    })
    if (rows[0]) return { draft: sentDraft(rows[0]) }
    const because = 'These drafts were changed on another device. Read them again, then take over.'
    throw new Failure('stale', because, { rule: 'stale' })
  })

export const discardDraft = (
  ctx: Ctx,
  { subject: named, week }: InputOf<typeof discard>,
): Promise<OutputOf<typeof discard>> =>
  ownAct(ctx, async (ctx) => {
    authorise(ctx, 'update.post')
    const { kind, ref } = await subjectFacts(ctx, subjectNamed(named))
    const { rowCount } = await ctx.db.query({
      name: 'discard-draft',
      text: `delete from update_drafts
        where group_id = $1 and person_id = $2 and week = $3 and subject_kind = $4 and subject_number = $5`,
      values: [ctx.group.id, meOf(ctx).id, week, kind, ref],
    })
    return { discarded: (rowCount ?? 0) > 0 }
  })

type Texts = Omit<UpdateDraft, 'version' | 'savedAt'>

function stale(kept: UpdateDraft | null, yours: Texts): Failure {
  if (!kept) {
    const because = 'This draft was posted or discarded on another device. Save it as a new one to keep it.'
    return new Failure('stale', because, { rule: 'stale', yours, theirs: null, version: 0 })
  }
  const { version, savedAt, ...theirs } = kept
  const because = 'You have edited this draft on another device. Choose a version.'
  return new Failure('stale', because, { rule: 'stale', yours, theirs, version, savedAt })
}
