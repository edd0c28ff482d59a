import { may } from '#lib/domain/permissions.ts'
import { type NumberedSubject, parseSubject } from '#lib/domain/subjects.ts'
import { Failure, notFound } from '#lib/kit/failure.ts'
import type { Ctx } from '../context.ts'
import type { PersonRef } from './facts.ts'

export type SubjectFacts = NumberedSubject & {
  title: string
  open: boolean
  /** DRI of an issue, tech lead of an epic. */
  dri: PersonRef | null
}

const DRI = `case when p.id is not null then jsonb_build_object('id', p.id, 'handle', p.handle, 'name', p.name) end as dri`

/** @throws not_found for what does not exist, lies in another group, or is confidential and not to be seen */
export async function subjectFacts(ctx: Ctx, { kind, ref }: NumberedSubject): Promise<SubjectFacts> {
  const { rows } = await ctx.db.query<SubjectFacts & { confidential: boolean }>({
    name: 'subject-facts',
    text: `select 'issue' as kind, i.number as ref, i.title, i.state = 'open' as open, i.confidential, ${DRI}
        from issues i left join people p on p.id = i.dri_id
        where $2 = 'issue' and i.group_id = $1 and i.number = $3 and i.kind = 'issue'
      union all
      select 'epic', e.number, e.title, e.closed_at is null, false, ${DRI}
        from epics e left join people p on p.id = e.tech_lead_id where $2 = 'epic' and e.group_id = $1 and e.number = $3`,
    values: [ctx.group.id, kind, ref],
  })
  const [found] = rows
  if (!found || (found.confidential && !may(ctx.actor, 'see.confidential')))
    throw notFound(kind === 'epic' ? 'The epic' : 'The issue')
  const { confidential: _, ...facts } = found
  return facts
}

/** Those of the subjects that the acting person drives and may see. */
export async function drivenOf(
  ctx: Ctx,
  subjects: readonly NumberedSubject[],
): Promise<(NumberedSubject & { title: string })[]> {
  if (subjects.length === 0) return []
  const { rows } = await ctx.db.query<NumberedSubject & { title: string }>({
    name: 'driven-subjects',
    text: `select s.kind, s.ref, coalesce(i.title, e.title) as title from unnest($2::text[], $3::int[]) as s (kind, ref)
      left join issues i on s.kind = 'issue' and i.group_id = $1 and i.number = s.ref and i.kind = 'issue'
        and i.dri_id = $4 and ($5 or not i.confidential)
      left join epics e on s.kind = 'epic' and e.group_id = $1 and e.number = s.ref and e.tech_lead_id = $4
      where i.number is not null or e.number is not null`,
    values: [
      ctx.group.id,
      subjects.map(({ kind }) => kind),
      subjects.map(({ ref }) => ref),
      ctx.actor.id,
      may(ctx.actor, 'see.confidential'),
    ],
  })
  return rows
}

/** What a path or a body names. @throws invalid for what names no issue and no epic */
export function subjectNamed(text: string): NumberedSubject {
  const subject = parseSubject(text)
  if (!subject) throw new Failure('invalid', 'subject: An issue or an epic, such as issue-12 or epic-3.')
  return subject
}
