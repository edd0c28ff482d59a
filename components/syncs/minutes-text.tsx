import type { SyncRoom } from '#lib/contract/syncs.ts'
import { agendaHeading } from '#lib/domain/syncs/agenda.ts'
import { itemName } from '#lib/domain/syncs/minutes.ts'

import { OutcomeLines } from './outcome-lines.tsx'

/** On paper: all of it, with what came of each item. */
export function MinutesText({ group, room }: { group: string; room: SyncRoom }) {
  const { attended = [], members = [], state } = room.sync ?? {}
  const there = new Set(attended.map(({ handle }) => handle))
  const present = attended.map(({ name }) => name).join(', ')
  const absent = members.flatMap(({ handle, name }) => (there.has(handle) ? [] : [name])).join(', ')
  return (
    <div className="hidden flex-col gap-3 print:flex">
      {present !== '' && <p>Present: {present}</p>}
      {state === 'ended' && absent !== '' && <p>Absent: {absent}</p>}
      {[...Map.groupBy(room.items, ({ source }) => agendaHeading(source))].map(([heading, own]) => (
        <section key={heading} className="flex flex-col gap-2">
          <h2 className="font-semibold">{heading}</h2>
          {own.map((item) => (
            <div key={item.key} className="break-inside-avoid">
              <p className="font-medium">
                <bdi>{itemName(item)}</bdi>
              </p>
              {item.about && <p className="text-ink-2">{item.reasons.map(({ text }) => text).join(' · ')}</p>}
              <OutcomeLines
                group={group}
                outcomes={room.outcomes.filter((one) => one.item === item.key)}
                since={null}
              />
            </div>
          ))}
        </section>
      ))}
    </div>
  )
}
