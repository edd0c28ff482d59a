import type { SayDoOrganisation } from '#lib/contract/say-do.ts'
import { percentOf, ratioOf } from '#lib/domain/say-do/definitions.ts'
import { type DoneSaid, organisationSentence, together } from '#lib/domain/say-do/organisation.ts'
import { WINDOW } from '#lib/domain/say-do/spread.ts'
import type { Db } from '../context.ts'
import { byLanguage } from './issue-sql.ts'

type Milestone = DoneSaid & { slug: string; title: string; dueOn: string }
type Row = { slug: string; name: string; milestones: Milestone[] }

/**
 * Say/Do of the last milestones of each group in which a person has a role; an administrator of the installation sees all.
 * Counts alone: they are the group's, whatever the reader may see of its issues.
 */
export async function organisationSayDo(
  db: Db,
  person: { id: string; admin: boolean },
  { last = WINDOW }: { last?: number | undefined },
): Promise<SayDoOrganisation> {
  const { rows } = await db.query<Row>({
    name: 'say-do-organisation',
    text: `select g.slug, g.name, coalesce((select jsonb_agg(jsonb_build_object('slug', m.slug, 'title', m.title,
          'dueOn', m.due_on, 'done', m.done, 'said', m.said) order by m.due_on desc)
        from (select m.slug, m.title, m.due_on,
            (select count(*)::int from milestone_outcomes o where o.group_id = m.group_id and o.milestone_id = m.id) as said,
            (select count(*)::int from milestone_outcomes o where o.group_id = m.group_id and o.milestone_id = m.id
              and o.outcome = 'completed') as done
          from milestones m where m.group_id = g.id and m.frozen_at is not null order by m.due_on desc limit $3) m), '[]') as milestones
      from groups g
      where $2 or exists (select from group_roles r where r.group_id = g.id and r.person_id = $1)
      order by ${byLanguage('g.name')}, g.id`,
    values: [person.id, person.admin, last],
  })
  const groups = rows.map(({ milestones, ...group }) => ({
    ...group,
    milestones: milestones.map((one) => ({ ...one, ...told(one) })),
    whole: told(together(milestones)),
  }))
  return {
    sentence: organisationSentence(rows, last),
    groups,
    whole: told(together(rows.flatMap(({ milestones }) => milestones))),
  }
}

function told({ done, said }: DoneSaid) {
  const ratio = ratioOf({ done, said })
  return { done, said, ratio, percent: percentOf(ratio) }
}
