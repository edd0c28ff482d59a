'use client'

import { FormDialog } from '#components/ui/popups/form-dialog.tsx'
import type { Question, Values } from '#components/ui/popups/form-dialog.tsx'
import { useBusyChange } from '#components/changes/use-change.ts'
import { usePrefetched } from '#components/shell/use-prefetched.ts'
import { changeMembership, startMembership } from '#lib/contract/memberships.ts'
import type { MembershipFacts } from '#lib/contract/memberships.ts'
import { listPeople } from '#lib/contract/people.ts'
import { whyNotMember } from '#lib/domain/memberships.ts'
import { isPlainDate } from '#lib/kit/plain-date.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'

import type { Team } from './team-box.tsx'

type Props = {
  group: string
  team: Team
  membership: MembershipFacts | null
  memberships: readonly MembershipFacts[]
  today: PlainDate
  onClose: () => void
}

/** Who, how, how much, and from when to when; what the law says to it stands on the button. */
export function MembershipDialog({ group, team, membership, memberships, today, onClose }: Props) {
  const people = usePrefetched(listPeople, { group }).items
  const { change, busy } = useBusyChange()
  const nameOf = (handle: string) => people.find((one) => one.handle === handle)?.name ?? handle
  const whyNot = (values: Values) => {
    const terms = termsOf(values)
    if (typeof terms === 'string') return terms
    const person = membership?.person ?? values['person'] ?? ''
    const held = memberships.filter((one) => one.person === person && one.id !== membership?.id)
    const refusal = whyNotMember({ name: nameOf(person), held, next: { team: team.slug, ...terms } })
    return refusal?.because ?? null
  }
  const send = async (values: Values) => {
    const terms = termsOf(values)
    if (typeof terms === 'string') return null
    if (membership) {
      return change({
        endpoint: changeMembership,
        input: { group, membership: membership.id, ...terms },
        message: `Saved for ${membership.name}.`,
      })
    }
    const person = values['person'] ?? ''
    return change({
      endpoint: startMembership,
      input: { group, team: team.slug, person, ...terms },
      message: `${nameOf(person)} belongs to ${team.name}.`,
    })
  }
  const terms = TERMS.map((term) => (term.kind === 'day' ? { ...term, today } : term))
  const who: Question = {
    name: 'person',
    label: 'Who',
    options: people.map(({ handle, name }) => [handle, name] as const),
  }
  return (
    <FormDialog
      title={membership ? `${membership.name} in ${team.name}` : `Add a member to ${team.name}`}
      questions={membership ? terms : [who, ...terms]}
      values={{
        person: people[0]?.handle ?? '',
        kind: membership?.kind ?? 'main',
        percent: String(membership?.percent ?? 100),
        from: membership?.from ?? today,
        to: membership?.to ?? '',
      }}
      buttonLabel={membership ? 'Save' : 'Add to the team'}
      busy={busy}
      whyNot={whyNot}
      onSend={send}
      onClose={onClose}
    />
  )
}

const TERMS: readonly Question[] = [
  {
    name: 'kind',
    label: 'As',
    options: [
      ['main', 'main'],
      ['supporting', 'supporting'],
    ],
  },
  {
    name: 'percent',
    label: 'Percent of their time',
    kind: 'number',
    hint: 'Up to 100 % over all teams of the person.',
  },
  { name: 'from', label: 'First day', kind: 'day' },
  { name: 'to', label: 'Last day', kind: 'day', hint: 'Empty: no end date.' },
]

/** What the form says, or why it says nothing that can be meant. */
function termsOf({ kind = '', percent = '', from = '', to = '' }: Values) {
  const number = /^\d{1,3}$/.test(percent.trim()) ? Number(percent) : 101
  if (number > 100) return 'Enter a whole number from 0 to 100.'
  if (!isPlainDate(from)) return 'Enter a first day.'
  if (to !== '' && !isPlainDate(to)) return 'Enter the last day, or leave it empty.'
  return {
    kind: kind === 'supporting' ? ('supporting' as const) : ('main' as const),
    percent: number,
    from,
    to: to === '' ? null : to,
  }
}
