import type { InputOf, OutputOf } from '#lib/contract/endpoint.ts'
import type { readRefinement as read, Refinement } from '#lib/contract/refinements.ts'
import { isRefined, type Refined } from '#lib/domain/refinement.ts'
import { may } from '#lib/domain/permissions.ts'
import type { Ctx } from '../context.ts'
import { issueFacts } from './facts.ts'
import { holdsMeaning, SPLIT } from './issue-sql.ts'

/** The numbers of the issues that a refinement issue, `$2`, lists: those that it relates to. */
const LISTED = `select case l.from_number when $2 then l.to_number else l.from_number end from issue_links l
  where l.group_id = $1 and l.kind = 'relates' and (l.from_number = $2 or l.to_number = $2)`

type Row = Refined & { ref: number; title: string; confidential: boolean; dri: string | null }

/** The issues that a refinement issue lists, also those that the reader may not see. */
export async function issuesToRefine(ctx: Ctx, ref: number): Promise<Row[]> {
  const { rows } = await ctx.db.query<Row>({
    name: 'issues-to-refine',
    text: `select i.number as ref, i.title, i.state, i.weight, i.confidential, ${SPLIT} as split,
        ${holdsMeaning('spike')} as spike, (select handle from people where id = i.dri_id) as dri
      from issues i where i.group_id = $1 and i.kind = 'issue' and i.number in (${LISTED}) order by i.number`,
    values: [ctx.group.id, ref],
  })
  return rows
}

/**
 * What a refinement issue lists, and how far it is: the counts are the group's, the list is the reader's. An issue of
 * another kind lists nothing.
 * @throws not_found for an issue that the reader may not see
 */
export async function readRefinement(
  ctx: Ctx,
  { ref }: InputOf<typeof read>,
): Promise<OutputOf<typeof read>> {
  const sees = may(ctx.actor, 'see.confidential')
  const [{ kind }, listed] = await Promise.all([issueFacts(ctx, ref), issuesToRefine(ctx, ref)])
  const issues = kind === 'refinement' ? listed : []
  const shown = issues.filter(({ confidential }) => sees || !confidential)
  return {
    weighed: issues.filter(isRefined).length,
    of: issues.length,
    notShown: issues.length - shown.length,
    items: shown.map(itemOf),
  }
}

const itemOf = ({ ref, title, state, weight, split, spike, dri }: Row): Refinement['items'][number] => {
  const refined = isRefined({ state, weight, split, spike })
  return { ref, title, state, weight, split, spike, dri, refined }
}
