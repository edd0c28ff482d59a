'use client'

import { ShowEarlier } from '#components/shell/show-earlier.tsx'
import { useEarlier } from '#components/shell/use-earlier.ts'
import { usePrefetched } from '#components/shell/use-prefetched.ts'
import { Rows, Section } from '#components/ui/section.tsx'
import { type Call, listCalls } from '#lib/contract/calls.ts'
import { callRateText } from '#lib/domain/calls.ts'
import { call } from '#lib/http/call.ts'

import { CallLine } from './call-line.tsx'

/** Calls that async could not replace, on all issues and epics. */
export function CallsList({ group }: { group: string }) {
  const { items, next, rate } = usePrefetched(listCalls, { group })
  const shown = useEarlier(numbered({ items, next }), async (after) =>
    numbered(await call(listCalls, { group, after })),
  )
  return (
    <Section title="Calls" note={callRateText(rate)}>
      {shown.items.length === 0 ? (
        <p className="text-pretty text-ink-2">
          Note a call on its issue or epic when async was not enough, with what came out of it.
        </p>
      ) : (
        <Rows label="Calls">
          {shown.items.map((one) => (
            <CallLine key={one.id} group={group} call={one} />
          ))}
        </Rows>
      )}
      <ShowEarlier {...shown} />
    </Section>
  )
}

const numbered = ({ items, next }: { items: Call[]; next: string | null }) => ({
  items: items.map((one) => ({ ...one, number: one.id })),
  next,
})
