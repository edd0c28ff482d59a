import type { Test } from '#lib/domain/condition-fields.ts'
import type { Condition } from '#lib/domain/conditions.ts'
import { FACTS } from '#lib/domain/facts/facts.ts'
import { NONE } from '#lib/domain/filters.ts'
import { FINDING_NAMES } from '#lib/domain/findings.ts'
import { LINK_ROLES } from '#lib/domain/links.ts'
import { folded } from '#lib/kit/folded.ts'
import { daySql, factSql, sign } from './fact-sql.ts'
import { linkedSql } from './link-sql.ts'
import { findingSql } from './finding-sql.ts'
import { CONFIDENT, OWN, TYPE, WORKFLOW } from './issue-sql.ts'
import { watchedSql } from './watching.ts'
import { type Given, holdsWordSql, patternOf } from './word-sql.ts'

/** Who looks, and when. */
export type Look = {
  /** The id of the group that is looked through. */
  group: number
  today: string
  zone: string
  /** The id of a person; null for the clock. */
  me: string | null
  seesConfidential: boolean
}

/**
 * A grounded condition about the issue `i` as SQL that is true or false and never unknown, so that `not` means what it says.
 * Values travel as parameters; what stands in the text is ours.
 */
export function conditionSql(condition: Condition, given: Given, look: Look): string {
  switch (condition.kind) {
    case 'test':
      return testSql(condition, given, look)
    case 'not':
      return `not (${conditionSql(condition.of, given, look)})`
    case 'all':
      return joined(condition.of, 'and', 'true', given, look)
    case 'any':
      return joined(condition.of, 'or', 'false', given, look)
  }
}

function joined(
  of: readonly Condition[],
  word: 'and' | 'or',
  none: 'true' | 'false',
  given: Given,
  look: Look,
): string {
  if (of.length === 0) return none
  return `(${of.map((one) => conditionSql(one, given, look)).join(` ${word} `)})`
}

/** Which issues hold the label of a state is looked up once, and at once for all of them whether another stands before it. */
function inStateSql(state: string, given: Given, { group }: Look): string {
  const labels = `select k.id from labels k where k.group_id = ${given(group)}`
  const label = `(${labels} and k.meaning = 'workflow.' || ${given(state)}::text)`
  const held = `select x.issue_number from issue_labels x where x.group_id = ${given(group)} and x.label_id = ${label}`
  return `(i.number in (${held})
    and (i.number in (select y.issue_number from issue_labels y where y.group_id = ${given(group)}
      and y.issue_number = any(array(${held})) and y.label_id < ${label}
      and y.label_id = any(array(${labels} and k.meaning like 'workflow.%')))) is not true)`
}

function testSql({ field, op, value }: Test, given: Given, look: Look): string {
  const none = value === NONE
  switch (field) {
    case 'description':
      return none
        ? `i.description !~ '\\S'`
        : `(${foundSql(`d.plain like ${given(pattern(value))}`, given, look)} and folded(i.description) like ${given(pattern(value))})`
    case 'waiting': {
      const open = `select from blocks b where b.group_id = i.group_id and b.issue_number = i.number and b.until_at is null`
      if (none) return `not exists (${open})`
      const text = given(pattern(value))
      return `exists (${open} and (folded(b.need) like ${text} or folded(b.from_whom) like ${text}))`
    }
    case 'blocked': {
      const first = linkedSql(look, { role: 'blocked_by', other: `o.state = 'open'` })
      return `${value === 'yes' ? '' : 'not '}(${WORKFLOW} = 'blocked' or ${first})`
    }
    case 'link': {
      if (none) return `not ${linkedSql(look)}`
      const role = LINK_ROLES.find((one) => one.replaceAll('_', '-') === value)
      if (role) return linkedSql(look, { role })
      return linkedSql(look, { other: `o.number = ${given(Number(value.replace('#', '')))}::int` })
    }
    case 'watched':
      return `${value === 'yes' ? '' : 'not '}${watchedSql(look.me === null ? null : given(look.me))}`
    case 'finding': {
      const calendar = { today: () => given(look.today), zone: () => given(look.zone) }
      const wanted = FINDING_NAMES.filter((name) => none || name === value)
      return `${none ? 'not ' : ''}(${wanted.map((name) => findingSql(name, calendar)).join(' or ')})`
    }
    case 'confidence':
      return `coalesce(${CONFIDENT}, 'none') = ${given(value)}`
    case 'title':
      return `(${foundSql(`d.plain like ${given(pattern(value))}`, given, look)} and folded(i.title) like ${given(pattern(value))}
        or ${numberedSql(value, given)})`
    case 'text':
      return `(${foundSql(holdsWordSql(folded(value), given), given, look)}
        or ${numberedSql(value, given)})`
    case 'label':
      return `exists (select from issue_labels x join labels k on k.group_id = x.group_id and k.id = x.label_id
        where ${OWN} and k.title = ${given(value)})`
    case 'type':
      return `${TYPE} = ${given(value)}`
    case 'workflow':
      return none ? `${WORKFLOW} = 'none'` : inStateSql(value, given, look)
    case 'person':
      return none
        ? `(i.dri_id is null and not ${assigned()})`
        : `(${dri(given(value))} or ${assigned(given(value))})`
    case 'dri':
      return none ? 'i.dri_id is null' : dri(given(value))
    case 'assignee':
      return none ? `not ${assigned()}` : assigned(given(value))
    case 'author':
      return none ? 'i.author_id is null' : `coalesce(i.author_id = ${personId(given(value))}, false)`
    case 'team':
      return none
        ? 'i.team_id is null'
        : `coalesce(i.team_id = (select id from functional_teams where group_id = ${given(look.group)} and slug = ${given(value)}), false)`
    case 'milestone':
      return none
        ? 'i.milestone_id is null'
        : `coalesce(i.milestone_id = (select id from milestones where group_id = ${given(look.group)} and slug = ${given(value)}), false)`
    case 'epic':
      return none ? 'i.epic_number is null' : `coalesce(i.epic_number = ${given(Number(value))}::int, false)`
    case 'weight':
      return none ? 'i.weight is null' : `coalesce(i.weight ${sign(op)} ${given(Number(value))}::int, false)`
    case 'kind':
      return `i.kind = ${given(value)}`
    case 'state':
      return `i.state = ${given(value)}`
    case 'reason':
      return none ? 'i.close_reason is null' : `coalesce(i.close_reason = ${given(value)}, false)`
    case 'created':
    case 'updated':
      return daySql(`(i.${field}_at at time zone ${given(look.zone)})::date`, op, value, given, look)
    case 'closed':
      return daySql(`(i.closed_at at time zone ${given(look.zone)})::date`, op, value, given, look)
    default:
      return factSql(FACTS[field], { op, value }, given, look)
  }
}

const numberedSql = (value: string, given: Given) =>
  `i.number::text = ltrim(${given(value)}, '#') and ${given(value)} ~ '^#?[0-9]+$'`

const pattern = (text: string) => patternOf(folded(text))

/** Looked up once for all issues: what the search finds among them by the same words. */
const foundSql = (where: string, given: Given, { group }: Look): string =>
  `i.number = any(array(select d.key from search_documents d
    where d.group_id = ${given(group)}::int and d.kind = 'issue' and ${where}))`

const personId = (handle: string) => `(select id from people where handle = ${handle})`

const dri = (handle: string) => `coalesce(i.dri_id = ${personId(handle)}, false)`

const assigned = (handle?: string) =>
  `exists (select from issue_assignees x where ${OWN}${handle ? ` and x.person_id = ${personId(handle)}` : ''})`
