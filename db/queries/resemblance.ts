import type { InputOf, OutputOf } from '#lib/contract/endpoint.ts'
import type { resemblingIssues as endpoint } from '#lib/contract/resemblance.ts'
import { may } from '#lib/domain/permissions.ts'
import type { Ctx } from '../context.ts'

type Answer = OutputOf<typeof endpoint>

/**
 * How many are compared letter by letter, so that the time has an end: of those that hold all the words, and of those
 * that hold any, the newest.
 */
const COMPARED = 250
const AT_MOST = 5
/** Half of the letters in the same neighbourhood; below that, titles are about other things. */
const ALIKE = 0.5

/**
 * Who may be about to write an issue that exists is shown it. Issues that share a word of the title in any of its
 * forms are compared by their letters; confidential ones only for readers who may see them.
 */
export async function resemblingIssues(ctx: Ctx, { title }: InputOf<typeof endpoint>): Promise<Answer> {
  const { rows } = await ctx.db.query<Answer['items'][number]>({
    name: 'resembling-issues',
    text: `with asked as (
        select string_agg(word, ' | ')::tsquery as any, string_agg(word, ' & ')::tsquery as all
        from unnest(to_tsvector('english', folded($2))) as found,
          concat('''', replace(replace(found.lexeme, '\\', '\\\\'), '''', ''''''), ''':A') as word
      ),
      sharing as (
        (select d.key, d.title from search_documents d, asked
          where d.group_id = $1 and d.kind = 'issue' and d.words @@ asked.all order by d.key desc limit ${COMPARED})
        union
        (select d.key, d.title from search_documents d, asked
          where d.group_id = $1 and d.kind = 'issue' and d.words @@ asked.any order by d.key desc limit ${COMPARED})
      ),
      scored as materialized (
        select key, greatest(similarity(title, $2), word_similarity($2, title) * 0.8) as score from sharing
      )
      select i.number as ref, i.title, i.state from scored s
      join issues i on i.group_id = $1 and i.number = s.key
      where s.score >= ${ALIKE} and ($3 or not i.confidential)
      order by i.state = 'closed', s.score desc, i.number desc limit ${AT_MOST}`,
    values: [ctx.group.id, title, may(ctx.actor, 'see.confidential')],
  })
  return { items: rows }
}
