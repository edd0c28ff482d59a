'use client'

import { useSearchParams } from 'next/navigation'
import { useMemo, useState } from 'react'

import { RoomHead } from '#components/settings/room.tsx'
import { usePrefetched } from '#components/shell/use-prefetched.ts'
import { Button } from '#components/ui/button.tsx'
import { SelectField, TextField } from '#components/ui/field.tsx'
import { listPeople } from '#lib/contract/people.ts'
import { EVENT_KINDS } from '#lib/domain/event-kinds.ts'
import type { EventKind } from '#lib/domain/event-kinds.ts'

import { auditInput } from './audit-input.ts'
import { AuditPage } from './audit-page.tsx'
import { ChainCheck } from './chain-check.tsx'

const LEAD =
  'Every change, with its number. Numbers have no gaps, nothing can be altered or taken out, and each entry carries the hash of the one before.'

const KINDS: Record<EventKind, string> = {
  issues: 'Issues',
  epics: 'Epics',
  milestones: 'Milestones',
  boards: 'Boards and saved views',
  labels: 'Labels and templates',
  people: 'People, roles and invitations',
  teams: 'Teams and boundaries',
  group: 'The group itself',
}

/** The record of the group, narrowed by what the address says. */
export function Audit({ group }: { group: string }) {
  const params = useSearchParams()
  const input = useMemo(() => auditInput(group, params), [group, params])
  const people = usePrefetched(listPeople, { group }).items
  const [cursors, setCursors] = useState<{ of: string; after: readonly string[] }>({ of: '', after: [] })
  const narrowed = params.toString()
  const after = cursors.of === narrowed ? cursors.after : []
  return (
    <>
      <RoomHead lead={LEAD} action={<ChainCheck group={group} />} />
      <div className="grid grid-cols-3 items-end gap-3 max-sm:grid-cols-1">
        <SelectField
          label="Who"
          value={input.actor ?? ''}
          onChange={(event) => ask('actor', event.target.value)}
        >
          <option value="">Anybody</option>
          {people.map(({ handle, name }) => (
            <option key={handle} value={handle}>
              {name}
            </option>
          ))}
          <option value="clock">The clock</option>
        </SelectField>
        <SelectField
          label="What about"
          value={input.about ?? ''}
          onChange={(event) => ask('about', event.target.value)}
        >
          <option value="">Anything</option>
          {EVENT_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {KINDS[kind]}
            </option>
          ))}
        </SelectField>
        <TextField
          label="On the day"
          type="date"
          value={input.day ?? ''}
          onChange={(event) => ask('day', event.target.value)}
        />
      </div>
      {[null, ...after].map((cursor, at) => (
        <AuditPage
          key={cursor ?? ''}
          input={cursor === null ? input : { ...input, cursor }}
          onMore={
            at === after.length ? (next) => setCursors({ of: narrowed, after: [...after, next] }) : null
          }
        />
      ))}
      {narrowed !== '' && (
        <Button
          kind="quiet"
          className="self-start"
          onClick={() => history.replaceState(null, '', location.pathname)}
        >
          Show everything
        </Button>
      )}
    </>
  )
}

/** A filter is no place that one goes back to. */
function ask(name: string, value: string) {
  const query = new URLSearchParams(location.search)
  if (value === '') query.delete(name)
  else query.set(name, value)
  history.replaceState(null, '', `${location.pathname}${query.size > 0 ? `?${query}` : ''}`)
}
