import type { InputOf, OutputOf } from '#lib/contract/endpoint.ts'
import type { find as promise, Found } from '#lib/contract/search.ts'
import { may } from '#lib/domain/permissions.ts'
import { type Asked, askedBy, HIT_FROM, HIT_TO, prefixQuery, snippetOf } from '#lib/domain/search.ts'
import type { Ctx } from '../context.ts'

type Row = Omit<Found, 'snippet'> & { exact: boolean; score: number; headline: string | null }

/** What can be found by its own name, and what by its words, the best first. */
export async function find(
  ctx: Ctx,
  { q, kind, limit = 30 }: InputOf<typeof promise>,
): Promise<OutputOf<typeof promise>> {
  const asked = askedBy(q)
  if (asked.text === '') return { items: [] }
  const [named, worded] = await Promise.all([byName(ctx, asked), byWords(ctx, asked)])
  const rows = [...named, ...worded]
    .filter((row) => kind === undefined || kind.includes(row.kind))
    .toSorted(bestFirst)
    .slice(0, limit)
  const headlines = await headlinesOf(ctx, asked, rows)
  return {
    items: rows.map(({ kind, key, issue, title, state, headline }) => ({
      kind,
      key,
      issue,
      title,
      state,
      snippet: snippetOf(headline ?? headlines.get(`${kind}${key}`) ?? ''),
    })),
  }
}

const bestFirst = (a: Row, b: Row): number =>
  Number(b.exact) - Number(a.exact) ||
  Number(a.state === 'closed') - Number(b.state === 'closed') ||
  b.score - a.score

/** People and milestones are few, so that they are looked through; what was named by its number stands first. */
async function byName(ctx: Ctx, { text, issue, epic }: Asked): Promise<Row[]> {
  const { rows } = await ctx.db.query<Row>({
    name: 'found-by-name',
    text: `select 'person' as kind, p.handle as key, null::int as issue, p.name as title, null as state,
        lower(p.handle) = lower($2) as exact, 0.6 + similarity(p.name, $2) as score, '' as headline
      from people p where exists (select from group_roles r where r.group_id = $1 and r.person_id = p.id)
        and (p.name ilike $3 or p.name ilike '% ' || $3 or p.handle ilike $3)
      union all
      select 'milestone', m.slug, null, m.title, null, lower(m.title) = lower($2), 0.5 + similarity(m.title, $2), ''
      from milestones m where m.group_id = $1 and m.title ilike '%' || $3
      union all
      select 'issue', i.number::text, i.number, i.title, i.state, true, 1, ''
      from issues i where i.group_id = $1 and i.number = $4 and ($6 or not i.confidential)
      union all
      select 'epic', e.number::text, null, e.title, case when e.closed_at is null then 'open' else 'closed' end, true, 0.9, ''
      from epics e where e.group_id = $1 and e.number = $5
      limit 40`,
    values: [ctx.group.id, text, `${escaped(text)}%`, issue, epic, may(ctx.actor, 'see.confidential')],
  })
  return rows
}

/** How many of the documents that hold the words are ranked: of a word that is everywhere, the newest. */
const RANKED = 400

/**
 * Full text first: whole words in all their forms, the last one as far as it was typed. Titles that look alike
 * join where few are found, so that a slip of the finger finds too.
 */
async function byWords(ctx: Ctx, asked: Asked): Promise<Row[]> {
  const query = prefixQuery(asked)
  if (query === null) return []
  const { rows } = await ctx.db.query<Row>({
    name: 'found-by-words',
    text: `with q as (select to_tsquery('english', $2) || websearch_to_tsquery('english', $3) as query),
      worded as (
        select d.kind, d.key, d.issue_number, d.title, d.words from search_documents d, q
        where d.group_id = $1 and d.words @@ q.query order by d.key desc limit ${RANKED}
      ),
      alike as (
        select d.kind, d.key, d.issue_number, d.title, d.words from search_documents d
        where d.group_id = $1 and $3 <% d.title and (select count(*) from worded) < 10 limit 50
      ),
      candidates as (select * from worded union select * from alike)
      select c.kind, c.key::text as key,
        c.issue_number as issue, coalesce(i.title, c.title) as title,
        case when c.kind = 'epic' then case when e.closed_at is null then 'open' else 'closed' end else i.state end as state,
        false as exact,
        ts_rank(c.words, q.query)::float + case when c.title = '' then 0 else word_similarity($3, c.title) end / 2 as score,
        null as headline
      from candidates c cross join q
      left join issues i on i.group_id = $1 and i.number = c.issue_number
      left join epics e on c.kind = 'epic' and e.group_id = $1 and e.number = c.key
      where ($4 or not coalesce(i.confidential, false))
        and not (c.kind = 'issue' and c.key = coalesce($5, 0)) and not (c.kind = 'epic' and c.key = coalesce($6, 0))`,
    values: [ctx.group.id, query, asked.text, may(ctx.actor, 'see.confidential'), asked.issue, asked.epic],
  })
  return rows
}

/** A few words round each hit, for the rows that are shown; the text is looked through as far as it is likely read. */
async function headlinesOf(ctx: Ctx, asked: Asked, rows: readonly Row[]): Promise<Map<string, string>> {
  const wanted = rows.filter((row) => row.headline === null)
  const query = prefixQuery(asked)
  if (wanted.length === 0 || query === null) return new Map()
  const { rows: told } = await ctx.db.query<{ place: string; headline: string }>({
    name: 'headlines',
    text: `select w.kind || w.key as place, ts_headline('english', left(case w.kind
          when 'issue' then (select description from issues where group_id = $1 and number = w.key)
          when 'epic' then (select description from epics where group_id = $1 and number = w.key)
          when 'comment' then (select body from comments where group_id = $1 and id = w.key)
          when 'scope' then (select description from scope_areas where group_id = $1 and id = w.key)
          else (select concat_ws(' ', owner, relationship, sentence) from boundaries where group_id = $1 and id = w.key)
        end, 6000), to_tsquery('english', $4), $5) as headline
      from unnest($2::text[], $3::int[]) as w (kind, key)`,
    values: [
      ctx.group.id,
      wanted.map((row) => row.kind),
      wanted.map((row) => Number(row.key)),
      query,
      `StartSel=${HIT_FROM}, StopSel=${HIT_TO}, MaxWords=18, MinWords=8, MaxFragments=1, FragmentDelimiter=" … "`,
    ],
  })
  return new Map(told.map(({ place, headline }) => [place, headline]))
}

const escaped = (text: string) => text.replace(/[\\%_]/g, '\\$&')
