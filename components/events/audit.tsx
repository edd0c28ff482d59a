'use client'

import { useSearchParams } from 'next/navigation'
import { useMemo, useState } from 'react'

import { RoomHead } from '#components/ui/rows.tsx'
import { useGroup } from '#components/shell/use-group.ts'
import { usePrefetched } from '#components/shell/use-prefetched.ts'
import { Button } from '#components/ui/button.tsx'
import { lazily } from '#components/ui/popups/lazily.tsx'
import { peopleChoices } from '#components/ui/popups/people-choices.tsx'
import { DateField, whyNotDay } from '#components/ui/days/date-field.tsx'
import { listPeople } from '#lib/contract/people.ts'
import { EVENT_KINDS, nounsOf } from '#lib/domain/event-nouns.ts'
import type { EventKind } from '#lib/domain/event-nouns.ts'

import { isPlainDate } from '#lib/kit/plain-date.ts'

import { auditInput } from './audit-input.ts'
import { AuditPage } from './audit-page.tsx'
import { ChainCheck } from './chain-check.tsx'

const ChoiceField = lazily(async () => (await import('#components/ui/popups/choice-field.tsx')).ChoiceField)

const LEAD =
  'Every change with its number. Entries cannot be changed or removed; each carries the hash of the previous one.'

/** What a kind is called where it is not simply its nouns. */
const KINDS: Partial<Record<EventKind, string>> = {
  issues: 'Issues',
  boards: 'Boards and saved views',
  people: 'People, roles and invitations',
  teams: 'Teams and boundaries',
  group: 'The group itself',
}

/** “Labels and templates” */
function nounsNamed(kind: EventKind): string {
  const title = nounsOf(kind)
    .map((noun) => `${noun}s`)
    .join(' and ')
  return title.charAt(0).toUpperCase() + title.slice(1)
}

/** The record of the group, narrowed by what the address says. */
export function Audit({ group }: { group: string }) {
  const params = useSearchParams()
  const input = useMemo(() => auditInput(group, params), [group, params])
  const people = usePrefetched(listPeople, { group }).items
  const { today } = useGroup(group)
  const [typed, setTyped] = useState(input.day ?? '')
  // words that are no day yet stay in the field, and narrow nothing
  const day = isPlainDate(typed) || typed === '' ? (input.day ?? '') : typed
  const onDay = (value: string) => {
    setTyped(value)
    if (!whyNotDay(value)) ask('day', value)
  }
  const [cursors, setCursors] = useState<{ of: string; after: readonly string[] }>({ of: '', after: [] })
  const narrowed = params.toString()
  const after = cursors.of === narrowed ? cursors.after : []
  return (
    <>
      <RoomHead lead={LEAD} action={<ChainCheck group={group} />} />
      {/* what is fetched later finds its place kept: a column, or on a phone a row as high as the last */}
      <div className="grid auto-rows-fr grid-cols-3 items-end gap-3 max-sm:grid-cols-1">
        <div>
          <ChoiceField
            label="Who"
            value={input.actor ?? ''}
            onValue={(value) => ask('actor', value)}
            choices={[
              { value: '', label: 'Anyone' },
              ...peopleChoices(people),
              { value: 'clock', label: 'Saydo' },
            ]}
          />
        </div>
        <div>
          <ChoiceField
            label="Topic"
            value={input.about ?? ''}
            onValue={(value) => ask('about', value)}
            choices={[
              { value: '', label: 'Anything' },
              ...EVENT_KINDS.map((kind) => ({ value: kind, label: KINDS[kind] ?? nounsNamed(kind) })),
            ]}
          />
        </div>
        <DateField label="On the day" value={day} today={today} onValue={onDay} />
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
          Clear filters
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
