'use client'

import Link from 'next/link'

import { Row } from '#components/ui/rows.tsx'
import { useChange } from '#components/changes/use-change.ts'
import { useActor } from '#components/shell/use-group.ts'
import { Avatar } from '#components/ui/avatar.tsx'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { MenuButton } from '#components/ui/popups/menu.tsx'
import type { MenuEntry } from '#components/ui/popups/menu-entry.ts'
import type { OutputOf } from '#lib/contract/endpoint.ts'
import { giveRole, takeRole } from '#lib/contract/people.ts'
import type { listPeople } from '#lib/contract/people.ts'
import { may, ROLES } from '#lib/domain/permissions.ts'
import type { Role } from '#lib/domain/permissions.ts'
import { personLink } from '#lib/kit/links.ts'
import { roleTitle, whyNotRemovePerson, whyNotTakeRole } from '#lib/domain/roles.ts'

export type Person = OutputOf<typeof listPeople>['items'][number]

type Props = {
  group: string
  person: Person
  /** How many engineering managers the group has. */
  ems: number
  onTerms: () => void
  onWeek: () => void
  onInvite: () => void
  onRemove: () => void
}

export function PersonRow({ group, person, ems, onTerms, onWeek, onInvite, onRemove }: Props) {
  const { handle, name, held, account } = person
  const actor = useActor(group)
  const change = useChange()
  const roles = ROLES.filter((role) => person.roles.includes(role))
  const holder = { name, roles, ems }
  const turn = (role: Role) => {
    const message = roles.includes(role)
      ? `${name} is no longer ${roleTitle(role)}.`
      : `${name} is ${roleTitle(role)} now.`
    void change({
      endpoint: roles.includes(role) ? takeRole : giveRole,
      input: { group, person: handle, role },
      message,
    })
  }
  const entries = (): MenuEntry[] => [
    ...ROLES.map((role) => ({
      kind: 'act' as const,
      label: capital(roleTitle(role)),
      checked: roles.includes(role),
      disabledReason: roles.includes(role) ? (whyNotTakeRole(holder, role)?.because ?? null) : null,
      act: () => turn(role),
    })),
    { kind: 'line' },
    { kind: 'act', label: 'Titles…', act: onTerms },
  ]
  const removal = whyNotRemovePerson(holder)
  return (
    <Row>
      <Avatar face={{ handle, name }} size="lg" silent />
      <div className="min-w-0 flex-1">
        <p className="font-semibold wrap-anywhere">
          <Link href={personLink(group, handle)} prefetch={false} className="hover:underline">
            <bdi>{name}</bdi>
          </Link>{' '}
          <span className="font-normal text-ink-3">@{handle}</span>
          {account === false && (
            <span className="font-normal whitespace-nowrap text-ink-3"> · cannot sign in yet</span>
          )}
        </p>
        <p className="text-pretty text-ink-2">{capital(held.map(heldText).join(' · '))}</p>
      </div>
      <span className="flex gap-2 max-sm:w-full max-sm:pl-11">
        {may(actor, 'role.give') && (
          <MenuButton menuLabel={`Roles of ${name}`} aria-label={`Roles of ${name}`} entries={entries}>
            Roles
            <Icon name="chevron" className="-mr-1 text-ink-3" />
          </MenuButton>
        )}
        {may(actor, 'working_time.others') && (
          <Button aria-label={`Working week of ${name}`} onClick={onWeek}>
            Week
          </Button>
        )}
        {account === false && may(actor, 'member.edit') && (
          <Button aria-label={`Invite ${name}`} onClick={onInvite}>
            Invite
          </Button>
        )}
        {may(actor, 'member.edit') && (
          <Button aria-label={`Remove ${name}`} disabledReason={removal?.because} onClick={onRemove}>
            Remove
          </Button>
        )}
      </span>
    </Row>
  )
}

/** “acting engineering manager”, “product manager (Principal Product Manager)”. */
function heldText({ role, title, acting }: Person['held'][number]): string {
  const usual = `${acting ? 'acting ' : ''}${roleTitle(role)}`
  return title === '' || title.toLowerCase() === roleTitle(role) ? usual : `${usual} (${title})`
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
