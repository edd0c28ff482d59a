import type { UpdateData } from '#lib/domain/events/updates.ts'
import type { NumberedSubject } from '#lib/domain/subjects.ts'
import { whyNotInWeek } from '#lib/domain/updates/owed.ts'
import { Failure, insist } from '#lib/kit/failure.ts'
import type { IsoWeek } from '#lib/kit/iso-week.ts'
import { authorise, type Ctx } from '../../context.ts'
import { record } from '../../events/record.ts'
import { todayOf } from '../../queries/milestones.ts'
import { subjectFacts } from '../../queries/subjects.ts'
import type { UndoHandlers } from '../undo-handler.ts'
import { change, insertUpdate, issueOf, type Kept, keptUpdate, ofEvent } from './write.ts'

type About = { subject: UpdateData['subject']; week: IsoWeek }

export const updatesUndo: UndoHandlers<'update'> = {
  'update.posted': async (ctx, { data }) => {
    const { subject } = await open(ctx, data)
    await ctx.db.query('delete from status_updates where group_id = $1 and id = $2', [ctx.group.id, data.id])
    return record(ctx, { type: 'update.withdrawn', ...issueOf(subject), data: plain(data) })
  },
  'update.changed': async (ctx, { data }) => {
    const { subject, kept } = await open(ctx, data)
    if (!kept) throw new Failure('conflict', 'The update was withdrawn.', { rule: 'gone' })
    return change(ctx, { week: data.week, subject, kept, said: data.from })
  },
  'update.withdrawn': async (ctx, { data }) => {
    const { subject, kept } = await open(ctx, data)
    if (kept) throw new Failure('conflict', 'Another update was posted since.', { rule: 'posted' })
    const milestone = data.milestone && Number(data.milestone.id)
    await insertUpdate(ctx, { week: data.week, subject, said: data, milestone, id: data.id })
    return record(ctx, { type: 'update.posted', ...issueOf(subject), data: plain(data) })
  },
}

/** What is over stays as it was said. */
async function open(
  ctx: Ctx,
  { subject: { kind, number: ref }, week }: About,
): Promise<{ subject: NumberedSubject; kept: Kept | null }> {
  authorise(ctx, 'update.post')
  insist(whyNotInWeek(week, todayOf(ctx)))
  const subject = { kind, ref }
  await subjectFacts(ctx, subject)
  return { subject, kept: await keptUpdate(ctx, subject, week) }
}

/** Without what ties the event to others. */
const plain = ({
  id,
  subject,
  week,
  author,
  progress,
  blockers,
  next,
  confidence,
  milestone,
}: UpdateData) => ({
  id,
  subject: ofEvent({ kind: subject.kind, ref: subject.number }),
  week,
  author,
  progress,
  blockers,
  next,
  confidence,
  milestone,
})
