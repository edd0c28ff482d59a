import { linkAs, type LinkRole } from '#lib/domain/links.ts'

/** What is asked of the other issue `o`, in SQL of ours. */
type Narrowed = { role?: LinkRole; other?: string }

/** Whether the issue `i` is linked, with what the reader may see; of what they may not, nothing follows. */
export function linkedSql(
  { seesConfidential }: { seesConfidential: boolean },
  narrowed: Narrowed = {},
): string {
  const { role, other = 'true' } = narrowed
  const visibility = seesConfidential ? '' : 'and not o.confidential'
  const ways = role === undefined || role === 'relates' ? EITHER : oneWay(role)
  const kind = role === undefined ? '' : `and l.kind = '${linkAs(1, role, 2).kind}'`
  return `exists (select from issue_links l join issues o on o.group_id = l.group_id and ${ways}
    where l.group_id = i.group_id ${kind} ${visibility} and ${other})`
}

const FORTH = '(l.from_number = i.number and o.number = l.to_number)'
const BACK = '(l.to_number = i.number and o.number = l.from_number)'
const EITHER = `(${FORTH} or ${BACK})`

/** From its own issue a role leads forth when the kind is read from it. */
const oneWay = (role: LinkRole) => (linkAs(1, role, 2).from === 1 ? FORTH : BACK)
