import { type Confidence, confidenceStep, confidenceWords } from '#lib/domain/confidence.ts'
import { type NumberedKind, type NumberedSubject, subjectSlug } from '#lib/domain/subjects.ts'
import type { AgendaLine } from '#lib/domain/syncs/agenda.ts'
import type { Ctx } from '../../context.ts'
import { activeSubjects } from '../active-subjects.ts'
import { timeboxes } from '../milestones.ts'

type Row = { kind: NumberedKind; ref: number; said: Confidence[] }

/** Active work of which its DRI was less sure in the last update than in the one before, of the same milestone. */
export async function confidenceLines(ctx: Ctx): Promise<AgendaLine[]> {
  const { current } = await timeboxes(ctx)
  if (!current) return []
  const [active, { rows }] = await Promise.all([
    activeSubjects(ctx, Number(current.id)),
    ctx.db.query<Row>({
      name: 'agenda-confidence',
      text: `select subject_kind as kind, subject_number as ref, (array_agg(confidence order by week desc))[1:2] as said
        from status_updates where group_id = $1 and milestone_id = $2 group by subject_kind, subject_number
        having count(*) > 1`,
      values: [ctx.group.id, Number(current.id)],
    }),
  ])
  const falling = new Map(
    rows.flatMap(({ said: [now, before], ...subject }) =>
      now && before && confidenceStep(before, now) < 0 ? [[subjectSlug(subject), { now, before }]] : [],
    ),
  )
  return active.flatMap(({ kind, ref, dri }) => {
    const fell = falling.get(subjectSlug({ kind, ref }))
    return fell ? [lineOf({ kind, ref }, dri.handle, fell)] : []
  })
}

type Fell = { now: Confidence; before: Confidence }

const lineOf = (about: NumberedSubject, person: string, { now, before }: Fell): AgendaLine => ({
  source: 'confidence',
  key: subjectSlug(about),
  about,
  text: `${confidenceWords(before)} last week, now ${confidenceWords(now).toLowerCase()}`,
  person,
})
