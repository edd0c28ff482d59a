import type { Condition, Op, Test } from '#lib/domain/conditions.ts'
import { NONE } from '#lib/domain/filters.ts'
import { WORK_TYPES } from '#lib/domain/labels.ts'

/** Puts a value among the parameters of the statement, and gives the place that stands for it. */
export type Given = (value: unknown) => string
export type Calendar = { today: string; zone: string }

/**
 * A condition about the issue `i` as SQL that is true or false and never unknown, so that `not` means what it says.
 * Values travel as parameters; what stands in the text is ours.
 */
export function conditionSql(condition: Condition, given: Given, calendar: Calendar): string {
  switch (condition.kind) {
    case 'test':
      return testSql(condition, given, calendar)
    case 'not':
      return `not (${conditionSql(condition.of, given, calendar)})`
    case 'all':
      return joined(condition.of, 'and', 'true', given, calendar)
    case 'any':
      return joined(condition.of, 'or', 'false', given, calendar)
  }
}

function joined(
  of: readonly Condition[],
  word: 'and' | 'or',
  none: 'true' | 'false',
  given: Given,
  calendar: Calendar,
): string {
  if (of.length === 0) return none
  return `(${of.map((one) => conditionSql(one, given, calendar)).join(` ${word} `)})`
}

function testSql({ field, op, value }: Test, given: Given, calendar: Calendar): string {
  const none = value === NONE
  switch (field) {
    case 'text': {
      const pattern = given(`%${value.replace(/[\\%_]/g, '\\$&')}%`)
      return `(i.title ilike ${pattern} or i.number::text = ltrim(${given(value)}, '#') and ${given(value)} ~ '^#?[0-9]+$')`
    }
    case 'label':
      return `exists (select from issue_labels x join labels k on k.group_id = x.group_id and k.id = x.label_id
        where ${OWN} and k.title = ${given(value)})`
    case 'type':
      return `${TYPE} = ${given(value)}`
    case 'workflow':
      return `${WORKFLOW} = ${given(value)}`
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
        : `coalesce(i.team_id = (select id from functional_teams where group_id = i.group_id and slug = ${given(value)}), false)`
    case 'milestone':
      return none
        ? 'i.milestone_id is null'
        : `coalesce(i.milestone_id = (select id from milestones where group_id = i.group_id and slug = ${given(value)}), false)`
    case 'epic':
      return none ? 'i.epic_number is null' : `coalesce(i.epic_number = ${given(Number(value))}::int, false)`
    case 'weight':
      return none ? 'i.weight is null' : `coalesce(i.weight ${sign(op)} ${given(Number(value))}::int, false)`
    case 'state':
      return `i.state = ${given(value)}`
    case 'reason':
      return none ? 'i.close_reason is null' : `coalesce(i.close_reason = ${given(value)}, false)`
    case 'health':
      return none ? 'i.health is null' : `coalesce(i.health = ${given(value)}, false)`
    case 'confidential':
      return value === 'yes' ? 'i.confidential' : 'not i.confidential'
    case 'due':
      return daySql('i.due_on', op, value, given, calendar)
    case 'created':
    case 'updated':
      return daySql(`(i.${field}_at at time zone ${given(calendar.zone)})::date`, op, value, given, calendar)
    case 'closed':
      return daySql(`(i.closed_at at time zone ${given(calendar.zone)})::date`, op, value, given, calendar)
  }
}

const OWN = 'x.group_id = i.group_id and x.issue_number = i.number'

const held = (what: string, where: string) => `(select ${what} from issue_labels x
  join labels k on k.group_id = x.group_id and k.id = x.label_id where ${OWN} and ${where} order by k.id limit 1)`

const types = WORK_TYPES.map((type) => `'${type}'`).join(', ')

/** As `typeOf` of the law, of the issue `i`: by a label that means a type, otherwise by a sub-type that implies one. */
export const TYPE = `coalesce(${held('substr(k.meaning, 6)', `k.meaning in (${WORK_TYPES.map((type) => `'type.${type}'`).join(', ')})`)},
  ${held('k.scope', `k.scope in (${types})`)}, 'none')`

const WORKFLOW = `coalesce(${held('substr(k.meaning, 10)', `k.meaning like 'workflow.%'`)}, 'none')`

const personId = (handle: string) => `(select id from people where handle = ${handle})`

const dri = (handle: string) => `coalesce(i.dri_id = ${personId(handle)}, false)`

const assigned = (handle?: string) =>
  `exists (select from issue_assignees x where ${OWN}${handle ? ` and x.person_id = ${personId(handle)}` : ''})`

/** Nothing but the signs of the law ever stands in the text. */
const sign = (op: Op) => (op === ':' ? '=' : op)

function daySql(day: string, op: Op, value: string, given: Given, { today }: Calendar): string {
  if (value === NONE) return `${day} is null`
  if (!value.endsWith('d')) return `coalesce(${day} ${sign(op)} ${given(value)}::date, false)`
  return `coalesce((${given(today)}::date - ${day}) ${sign(op)} ${given(Number(value.slice(0, -1)))}::int, false)`
}
