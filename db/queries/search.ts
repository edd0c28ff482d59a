import type { InputOf, OutputOf } from '#lib/contract/endpoint.ts'
import type { find as endpoint, Found } from '#lib/contract/search.ts'
import { may } from '#lib/domain/permissions.ts'
import { type Asked, askedBy, formsQuery } from '#lib/domain/search.ts'
import { snippetOf } from '#lib/domain/snippets.ts'
import { folded } from '#lib/kit/folded.ts'
import type { Ctx } from '../context.ts'
import { holdsWordSql, patternOf } from './word-sql.ts'

type Row = Omit<Found, 'snippet'> & { exact: boolean; score: number; isNamed: boolean }

/** What can be found by its own name, and what by its words, the best first. */
export async function find(
  ctx: Ctx,
  { q, kind, limit = 30 }: InputOf<typeof endpoint>,
): Promise<OutputOf<typeof endpoint>> {
  const asked = askedBy(q)
  if (asked.text === '') return { items: [] }
  const [named, worded] = await Promise.all([byName(ctx, asked), byWords(ctx, asked)])
  const rows = [...named, ...worded]
    .filter((row) => kind === undefined || kind.includes(row.kind))
    .toSorted(bestFirst(asked))
    .slice(0, limit)
  const texts = await textsOf(ctx, rows)
  return {
    items: rows.map(({ kind, key, issue, title, state }) => ({
      kind,
      key,
      issue,
      title,
      state,
      snippet: snippetOf(texts.get(`${kind}${key}`) ?? '', asked.words),
    })),
  }
}

/** Who owns something is answered by what the teams own and where it ends; otherwise open work stands first. */
const bestFirst =
  ({ isForOwner }: Asked) =>
  (a: Row, b: Row): number =>
    (isForOwner ? Number(tellsOwner(b)) - Number(tellsOwner(a)) : 0) || byWorth(a, b)

const tellsOwner = ({ kind }: Row): boolean => kind === 'scope' || kind === 'boundary'

const byWorth = (a: Row, b: Row): number =>
  Number(b.exact) - Number(a.exact) ||
  Number(a.state === 'closed') - Number(b.state === 'closed') ||
  b.score - a.score

/** People and milestones are few, so that they are looked through; what was named by its number stands first. */
async function byName(ctx: Ctx, { text, words, issue, epic }: Asked): Promise<Row[]> {
  const { rows } = await ctx.db.query<Row>({
    name: 'found-by-name',
    text: `select kind, key, issue, title, state, exact, score, true as "isNamed" from (
        select 'person' as kind, p.handle as key, null::int as issue, p.name as title, null as state,
          lower(p.handle) = $2 as exact, 0.6 + similarity(p.name, $2) as score,
          ' ' || folded(p.name || ' ' || p.handle) as plain
        from people p where exists (select from group_roles r where r.group_id = $1 and r.person_id = p.id)
        union all
        select 'milestone', m.slug, null, m.title, null, folded(m.title) = $2, 0.5 + similarity(m.title, $2), ' ' || folded(m.title)
        from milestones m where m.group_id = $1
      ) named where cardinality($3::text[]) > 0 and plain like all($3)
      union all
      select 'issue', i.number::text, i.number, i.title, i.state, true, 1, true
      from issues i where i.group_id = $1 and i.number = $4 and ($6 or not i.confidential)
      union all
      select 'epic', e.number::text, null, e.title, case when e.closed_at is null then 'open' else 'closed' end, true, 0.9, true
      from epics e where e.group_id = $1 and e.number = $5
      limit 40`,
    values: [
      ctx.group.id,
      folded(text),
      words.map(beginning),
      issue,
      epic,
      may(ctx.actor, 'see.confidential'),
    ],
  })
  return rows
}

/** A word of a name is found by how it begins, and anywhere where a script has no spaces between words. */
const beginning = (word: string): string =>
  /^[ -~]+$/.test(word) ? `% ${patternOf(word).slice(1)}` : patternOf(word)

/** How many of the documents that hold the words are ranked: of a word that is everywhere, the newest. */
const RANKED = 400

/**
 * Every word has to be there, in any of its forms or as a part of another word. Titles that look alike join where few
 * are found, so that a slip of the finger finds too.
 */
async function byWords(ctx: Ctx, asked: Asked): Promise<Row[]> {
  if (asked.words.length === 0) return []
  const values: unknown[] = [
    ctx.group.id,
    formsQuery(asked),
    asked.words.join(' '),
    may(ctx.actor, 'see.confidential'),
    asked.issue,
    asked.epic,
    asked.words.map(patternOf),
  ]
  const given = (value: unknown) => `$${values.push(value)}`
  const held = asked.words.map((word) => holdsWordSql(word, given)).join(' and ')
  const { rows } = await ctx.db.query<Row>({
    text: `with worded as materialized (
        select d.kind, d.key, d.issue_number, d.title, d.words, d.plain from search_documents d
        where d.group_id = $1 and ${held} order by d.key desc limit ${RANKED}
      ),
      alike as (
        select d.kind, d.key, d.issue_number, d.title, d.words, d.plain from search_documents d
        where d.group_id = $1 and $3 <% d.title and $3 ~ '[a-z0-9]{3}' and (select count(*) from worded) < 10 limit 50
      ),
      candidates as (select * from worded union select * from alike)
      select c.kind, c.key::text as key,
        c.issue_number as issue, coalesce(i.title, c.title) as title,
        case when c.kind = 'epic' then case when e.closed_at is null then 'open' else 'closed' end else i.state end as state,
        false as exact,
        coalesce(ts_rank(c.words, to_tsquery('english', $2)), 0)::float
          + case when c.title = '' then 0 else word_similarity($3, c.title) end / 2
          + case when split_part(c.plain, E'\n', 1) like all($7::text[]) then 0.5 else 0 end as score,
        false as "isNamed"
      from candidates c
      left join issues i on i.group_id = $1 and i.number = c.issue_number
      left join epics e on c.kind = 'epic' and e.group_id = $1 and e.number = c.key
      where ($4 or not coalesce(i.confidential, false))
        and not (c.kind = 'issue' and c.key = coalesce($5, 0)) and not (c.kind = 'epic' and c.key = coalesce($6, 0))`,
    values,
  })
  return rows
}

/** The texts of the rows that are shown, as far as they are likely read. */
async function textsOf(ctx: Ctx, rows: readonly Row[]): Promise<Map<string, string>> {
  const wanted = rows.filter((row) => !row.isNamed)
  if (wanted.length === 0) return new Map()
  const { rows: texts } = await ctx.db.query<{ place: string; text: string | null }>({
    name: 'found-texts',
    text: `select w.kind || w.key as place, left(case w.kind
          when 'issue' then (select description from issues where group_id = $1 and number = w.key)
          when 'epic' then (select description from epics where group_id = $1 and number = w.key)
          when 'comment' then (select body from comments where group_id = $1 and id = w.key)
          when 'scope' then (select description from scope_areas where group_id = $1 and id = w.key)
          else (select concat_ws(' ', owner, relationship, sentence) from boundaries where group_id = $1 and id = w.key)
        end, 20000) as text
      from unnest($2::text[], $3::int[]) as w (kind, key)`,
    values: [ctx.group.id, wanted.map((row) => row.kind), wanted.map((row) => Number(row.key))],
  })
  return new Map(texts.map(({ place, text }) => [place, text ?? '']))
}
