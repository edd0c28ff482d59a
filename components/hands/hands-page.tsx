'use client'

import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'

import { useChoice } from '#components/charts/address.ts'
import { FindField, useFind } from '#components/charts/find-field.tsx'
import { Switch } from '#components/charts/switch.tsx'
import { DriTabs } from '#components/dris/dri-tabs.tsx'
import { ShowEarlier } from '#components/shell/show-earlier.tsx'
import { useEarlier } from '#components/shell/use-earlier.ts'
import { useActor } from '#components/shell/use-group.ts'
import { useLineKeys } from '#components/shell/use-line-keys.ts'
import { usePrefetched } from '#components/shell/use-prefetched.ts'
import { Button } from '#components/ui/button.tsx'
import { useFocusKept } from '#components/ui/hooks/use-focus-kept.ts'
import { PageFrame } from '#components/ui/page-frame.tsx'
import { Empty, Skeleton } from '#components/ui/state.tsx'
import { type Hand, listHands } from '#lib/contract/hands.ts'
import { waitText } from '#lib/domain/hands.ts'
import { may } from '#lib/domain/permissions.ts'
import { call } from '#lib/http/call.ts'
import { reading } from '#lib/http/query.ts'

import { HandLine } from './hand-line.tsx'
import { usePeopleNames } from './people-names.ts'
import { raiseHand } from './raise-hand.ts'

const STATES = ['open', 'lowered'] as const

/** Who needs what, and how it ended before: "This is how a healthy team operates, not a sign of failure". */
export function HandsPage({ group }: { group: string }) {
  const actor = useActor(group)
  const { medianMinutes, items } = usePrefetched(listHands, { group })
  const [state, setState] = useChoice('state', STATES)
  const [find, setFind] = useFind()
  const field = useRef<HTMLInputElement>(null)
  useLineKeys({ title: 'Hands', find: () => field.current?.focus() })
  const says = ({ ask, about }: Hand) =>
    `${ask} ${about?.title ?? ''}`.toLowerCase().includes(find.trim().toLowerCase())
  return (
    <PageFrame className="flex flex-col gap-3.5">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h1 className="text-lg">Hands</h1>
        {medianMinutes !== null && (
          <span className="text-ink-3">Median time to help, last 90 days: {waitText(medianMinutes)}</span>
        )}
        <DriTabs group={group} here="hands" />
        <span className="flex-1" />
        {may(actor, 'hand.raise') && (
          <Button kind="primary" aria-haspopup="dialog" aria-keyshortcuts="r" onClick={() => raiseHand({})}>
            Raise a hand…
          </Button>
        )}
      </header>
      <div className="no-print flex flex-wrap items-center gap-2">
        <FindField ref={field} label="Find a hand" value={find} onValue={setFind} />
        <Switch
          label="Which hands"
          options={[
            { value: 'open', text: 'Open' },
            { value: 'lowered', text: 'Lowered' },
          ]}
          value={state}
          onValue={setState}
        />
      </div>
      {state === 'open' ? (
        <Lines group={group} hands={items.filter(says)} find={find} isOpen />
      ) : (
        <Lowered key={find.trim()} group={group} find={find} />
      )}
    </PageFrame>
  )
}

type LinesProps = { group: string; hands: readonly Hand[]; find: string; isOpen?: boolean }

function Lines({ group, hands, find, isOpen = false }: LinesProps) {
  const nameOf = usePeopleNames(group)
  const focus = useFocusKept<HTMLUListElement>()
  if (hands.length === 0 && find.trim() !== '') return <p className="text-ink-2">No hand matches “{find}”.</p>
  if (hands.length === 0)
    return (
      <Empty title={isOpen ? 'No hand is raised' : 'No hand was lowered yet'}>
        <p>Stuck, overloaded, or bigger than expected? Say what you need in one sentence.</p>
      </Empty>
    )
  return (
    <ul
      {...focus}
      aria-label={isOpen ? 'Open hands' : 'Lowered hands'}
      className="overflow-hidden rounded-lg border border-line bg-surface"
    >
      {hands.map((hand) => (
        <HandLine key={hand.id} group={group} hand={hand} nameOf={nameOf} />
      ))}
    </ul>
  )
}

function Lowered({ group, find }: { group: string; find: string }) {
  const asked = { group, state: 'lowered' as const, ...(find.trim() === '' ? {} : { q: find.trim() }) }
  const { data, error } = useQuery(reading(listHands, asked))
  const shown = useEarlier(data && numbered(data), async (after) =>
    numbered(await call(listHands, { ...asked, after })),
  )
  if (error && !data) return <p role="alert">Could not load the hands. Try again in a moment.</p>
  if (!data) return <Skeleton className="h-40 w-full" />
  return (
    <>
      <Lines group={group} hands={shown.items} find={find} />
      <ShowEarlier {...shown} />
    </>
  )
}

const numbered = ({ items, next }: { items: Hand[]; next: string | null }) => ({
  items: items.map((hand) => ({ ...hand, number: hand.id })),
  next,
})
