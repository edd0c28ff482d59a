import type { FindingName } from '#lib/domain/findings.ts'
import { BARE_LINE } from '#lib/domain/descriptions.ts'
import { QUIET_DAYS } from '#lib/domain/quiet.ts'
import { USUAL_WEIGHT } from '#lib/domain/weight.ts'
import { isActive, isReadyOrLater, STATES } from '#lib/domain/workflow.ts'
import { holdsMeaning, listed, OWN, SPLIT, TYPE, WORKFLOW } from './issue-sql.ts'

/** Puts the group's day or its time zone among the parameters: what a statement does not name must not be given. */
type Calendar = { today: () => string; zone: () => string }

/**
 * The rules of `lib/domain/lint.ts` as SQL about the issue `i`, so that a list can be narrowed by what they find; a test
 * holds the two together. A closed issue has nothing to fix.
 */
export const findingSql = (name: FindingName, calendar: Calendar): string =>
  `(i.state = 'open' and coalesce(${ruleSql(name, calendar)}, false))`

/** Whether the label that an issue carries, `x`, is a state. */
const MEANS_STATE = `exists (select from labels k where k.group_id = x.group_id and k.id = x.label_id and k.meaning like 'workflow.%')`

/** When the first status update of the group of `i` was posted. */
const UPDATES_BEGAN = '(select min(f.posted_at) from status_updates f where f.group_id = i.group_id)'

/**
 * The group's day of the last update of the issue `i`: its status updates, and its move into the present state. What its DRI
 * said on it is one until the group posts its first status update, and not from then on.
 */
export const lastUpdateSql = (zone: string, isState = MEANS_STATE) => `(greatest(
    (select max(c.created_at) from comments c where c.group_id = i.group_id and c.issue_number = i.number
      and c.author_id = i.dri_id and c.created_at < coalesce(${UPDATES_BEGAN}, 'infinity')),
    (select max(u.posted_at) from status_updates u where u.group_id = i.group_id and u.issue_number = i.number),
    (select max(x.added_at) from issue_labels x where ${OWN} and ${isState})) at time zone ${zone})::date`

/**
 * The same for many issues at once, as the query `number`, `at`: each table is gone through once, and not for each issue.
 * `is true` keeps a set a set: the database takes it for a single row otherwise, and compares each with each.
 *
 * @param asked a common table expression with `number` and `dri_id`, of issues of the group `$1`
 */
export const lastUpdatesSql = (asked: string) => {
  const numbers = `any(array(select number from ${asked}))`
  return `select number, max(at) as at from (
      select c.issue_number as number, c.created_at as at
        from comments c
        where c.group_id = $1 and c.issue_number = ${numbers}
          and ((c.issue_number, c.author_id) in (select number, dri_id from ${asked})) is true and c.created_at <
          coalesce((select min(posted_at) from status_updates where group_id = $1), 'infinity')
      union all
      select u.issue_number, u.posted_at from status_updates u
        where u.group_id = $1 and u.issue_number = ${numbers}
      union all
      select x.issue_number, x.added_at from issue_labels x
        where x.group_id = $1 and x.issue_number = ${numbers}
          and x.label_id = any(array(select id from labels where group_id = $1 and meaning like 'workflow.%'))) told
    group by number`
}

export const READY = listed(STATES.filter(isReadyOrLater))
export const ACTIVE = listed(STATES.filter(isActive))

/**
 * As the function of that name of the law: nothing is said by hints and bare headings. What begins with a letter says
 * something at once, and of it just the first is looked at: a pattern takes in the whole text before it matches. Only the
 * rest, which are few, is taken apart line by line.
 */
export const saysSomethingSql = (text: string) => `(coalesce(left(${text}, 1), '') ~ '^[A-Za-z]' or exists (
  select from regexp_split_to_table(regexp_replace(coalesce(${text}, ''), '<!--.*?(-->|$)', '', 'g'), '\\n') as line
  where line !~ '${BARE_LINE}'))`

/** Whether the issue `i` is described, where that matters: once it is called ready. */
export const DESCRIBED = `(not ${WORKFLOW} = any(${READY}) or ${saysSomethingSql('i.description')})`

/** What `isUnweighted` of the law says of the issue `i`. */
export const UNWEIGHTED = `(i.weight is null and i.state = 'open' and not ${SPLIT} and not ${holdsMeaning('spike')}
  and (${WORKFLOW} = any(${READY}) or exists (
    select from milestones b where b.group_id = i.group_id and b.id = i.milestone_id and b.shelf is null)))`

function ruleSql(name: FindingName, { today, zone }: Calendar): string {
  switch (name) {
    case 'no-milestone':
      return 'i.milestone_id is null'
    case 'no-type':
      return `${TYPE} = 'none'`
    case 'no-group-label':
      return `not ${holdsMeaning('group')}`
    case 'labels-conflict':
      return CONFLICT
    case 'deliverable-not-ready':
      return `(${holdsMeaning('deliverable')} and not ${WORKFLOW} = any(${READY}))`
    case 'deliverable-unassigned':
      return `(${holdsMeaning('deliverable')} and i.dri_id is null
        and not exists (select from issue_assignees x where ${OWN}))`
    case 'no-description':
      return `not ${DESCRIBED}`
    case 'no-weight':
      return UNWEIGHTED
    case 'too-heavy':
      return `(i.weight > ${USUAL_WEIGHT} and not ${SPLIT})`
    case 'no-dri':
      return `(i.dri_id is null and ${WORKFLOW} = any(${ACTIVE}))`
    case 'past-due':
      return `i.due_on < ${today()}::date`
    case 'no-update':
      return `(${WORKFLOW} = 'in-dev' and coalesce(${today()}::date - ${lastUpdateSql(zone())} >= ${QUIET_DAYS}, true))`
    case 'no-spike-scope':
      return `(${holdsMeaning('spike')} and not ${saysSomethingSql('i.spike_scope')})`
  }
}

const family = (label: string) =>
  `case when split_part(${label}.meaning, '.', 1) in ('type', 'workflow', 'severity', 'priority')
    then split_part(${label}.meaning, '.', 1) end`

/** Conflicting labels, or two that mean the same kind of thing. */
const CONFLICT = `exists (select from issue_labels x
  join labels k on k.group_id = x.group_id and k.id = x.label_id
  join issue_labels y on y.group_id = x.group_id and y.issue_number = x.issue_number and y.label_id > x.label_id
  join labels o on o.group_id = y.group_id and o.id = y.label_id
  where ${OWN} and (k.scope = o.scope or ${family('k')} = ${family('o')}))`
