import { WORK_TYPES } from '#lib/domain/labels.ts'

// Pieces of SQL about the issue `i`; nothing that a person wrote stands in them.

export const listed = (names: readonly string[]): string =>
  `array[${names.map((name) => `'${name}'`).join(', ')}]`

/** To order titles and names as people look for them: Ä beside A, "item 9" before "item 10". */
export const byLanguage = (column: string): string => `${column} collate by_language`

export const OWN = 'x.group_id = i.group_id and x.issue_number = i.number'

/** Broken down into pieces, which hold the work. */
export const SPLIT = `exists (select from issue_links s
  where s.group_id = i.group_id and s.from_number = i.number and s.kind = 'split_into')`

/** What the issue adds to a sum, as `weightOf` of the law. */
export const WEIGHT = `case when ${SPLIT} then 0 else coalesce(i.weight, 0) end`

const held = (what: string, where: string) => `(select ${what} from issue_labels x
  join labels k on k.group_id = x.group_id and k.id = x.label_id where ${OWN} and ${where} order by k.id limit 1)`

const types = WORK_TYPES.map((type) => `'${type}'`).join(', ')

/** As `typeOf` of the law: by a label that means a type, otherwise by a sub-type that implies one. */
export const TYPE = `coalesce(${held('substr(k.meaning, 6)', `k.meaning in (${WORK_TYPES.map((type) => `'type.${type}'`).join(', ')})`)},
  ${held('k.scope', `k.scope in (${types})`)}, 'none')`

export const WORKFLOW = `coalesce(${held('substr(k.meaning, 10)', `k.meaning like 'workflow.%'`)}, 'none')`

export const holdsMeaning = (meaning: string): string =>
  `exists (select from issue_labels x join labels k on k.group_id = x.group_id and k.id = x.label_id
    where ${OWN} and k.meaning = '${meaning}')`

/** What was said last of the issue `i` about its milestone, while it is open; null where nothing was. */
export const CONFIDENT = `(case when i.state = 'open' then (select u.confidence from status_updates u
    where u.group_id = i.group_id and u.issue_number = i.number and u.milestone_id = i.milestone_id
    order by u.week desc limit 1) end)`
