'use client'

import { useState } from 'react'

import { RoomHead, Rows } from '#components/ui/rows.tsx'
import { useBusyChange } from '#components/changes/use-change.ts'
import { useActor, useGroup } from '#components/shell/use-group.ts'
import { usePrefetched } from '#components/shell/use-prefetched.ts'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import { listPeople, removePerson } from '#lib/contract/people.ts'
import { listWorkingTimes } from '#lib/contract/working-times.ts'
import { whyNotAllowed } from '#lib/domain/permissions.ts'

import { PersonRow } from './person-row.tsx'
import type { Person } from './person-row.tsx'

const AddPersonDialog = lazyPopup(async () => (await import('./add-person-dialog.tsx')).AddPersonDialog)
const TermsDialog = lazyPopup(async () => (await import('./terms-dialog.tsx')).TermsDialog)
const WorkingWeekDialog = lazyPopup(
  async () => (await import('#components/working-times/working-week-dialog.tsx')).WorkingWeekDialog,
)
const InviteDialog = lazyPopup(
  async () => (await import('#components/invitations/invite-dialog.tsx')).InviteDialog,
)
const AskDialog = lazyPopup(async () => (await import('#components/ui/popups/ask-dialog.tsx')).AskDialog)

const LEAD = 'The people of the group and their roles. New people join by invitation.'

/** The people of a group with their roles, to be changed by those who may. */
export function PeopleSettings({ group }: { group: string }) {
  const { name, today } = useGroup(group)
  const times = usePrefetched(listWorkingTimes, { group })
  const people = usePrefetched(listPeople, { group }).items
  const reason = whyNotAllowed(useActor(group), 'member.edit')?.because
  const [adding, setAdding] = useState(false)
  const [naming, setNaming] = useState<Person | null>(null)
  const [weekOf, setWeekOf] = useState<Person | null>(null)
  const [invited, setInvited] = useState<Person | null>(null)
  const [leaving, setLeaving] = useState<Person | null>(null)
  const { change, busy } = useBusyChange()
  const ems = people.filter(({ roles }) => roles.includes('em')).length
  return (
    <>
      <RoomHead
        lead={LEAD}
        readers={reason}
        make={{ label: 'Add person', dialog: AddPersonDialog, onMake: () => setAdding(true) }}
      />
      <Rows label="People">
        {people.map((person) => (
          <PersonRow
            key={person.handle}
            group={group}
            person={person}
            ems={ems}
            onTerms={() => setNaming(person)}
            onWeek={() => setWeekOf(person)}
            onInvite={() => setInvited(person)}
            onRemove={() => setLeaving(person)}
          />
        ))}
      </Rows>
      {adding && <AddPersonDialog group={group} onClose={() => setAdding(false)} />}
      {naming && <TermsDialog group={group} person={naming} onClose={() => setNaming(null)} />}
      {weekOf && (
        <WorkingWeekDialog
          group={group}
          person={weekOf}
          times={times.items.find(({ person }) => person === weekOf.handle)?.times ?? []}
          today={today}
          placeOfGroup={times.place}
          onClose={() => setWeekOf(null)}
        />
      )}
      {invited && <InviteDialog group={group} person={invited} onClose={() => setInvited(null)} />}
      {leaving && (
        <AskDialog
          title={`Remove ${leaving.name} from ${name}?`}
          description="Roles and memberships end today. Their record stays; the issues they drive need another DRI."
          buttonLabel="Remove"
          busy={busy}
          onDo={() =>
            change({
              endpoint: removePerson,
              input: { group, person: leaving.handle },
              message: `${leaving.name} is no longer in the group.`,
            })
          }
          onClose={() => setLeaving(null)}
        />
      )}
    </>
  )
}
