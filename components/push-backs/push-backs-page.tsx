'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { usePathname, useSearchParams } from 'next/navigation'
import { useCallback, useRef, useState } from 'react'
import type { ReactNode } from 'react'

import { useLineKeys } from '#components/shell/use-line-keys.ts'
import { Button } from '#components/ui/button.tsx'
import { useFocusKept } from '#components/ui/hooks/use-focus-kept.ts'
import { PageFrame } from '#components/ui/page-frame.tsx'
import { Empty, Skeleton } from '#components/ui/state.tsx'
import { listPushBacks, readPushBack } from '#lib/contract/push-backs.ts'
import type { PushBackFacts } from '#lib/contract/push-backs.ts'
import { reading } from '#lib/http/query.ts'
import { pushBacksLink } from '#lib/kit/links.ts'

import { PushBackLine } from './push-back-line.tsx'
import { queryOfRegister, registerInput, registerOf } from './push-backs-reads.ts'
import type { Register } from './push-backs-reads.ts'
import { RegisterFilters } from './register-filters.tsx'

/** Handbook › Pushing back: "It’s documented … so there’s a record of the decision." */
export function PushBacksPage({ group }: { group: string }) {
  const register = registerOf(new URLSearchParams(useSearchParams()))
  const path = usePathname()
  const { data, error } = useQuery({
    ...reading(listPushBacks, registerInput(group, register)),
    placeholderData: keepPreviousData,
  })
  if (error && !data) throw error
  const field = useRef<HTMLInputElement>(null)
  useLineKeys({ title: 'Push-backs', find: () => field.current?.select() })
  const hrefOf = (change: Partial<Register>) =>
    pushBacksLink(group, undefined, queryOfRegister({ ...register, ...change }))
  const address = JSON.stringify(register)
  const change = useCallback(
    (to: Partial<Register>) => {
      const now: Register = { ...JSON.parse(address), ...to }
      const query = new URLSearchParams(queryOfRegister(now)).toString()
      history.replaceState(null, '', query === '' ? path : `${path}?${query}`)
    },
    [address, path],
  )
  const items = data?.items ?? []
  const lineOf = (one: PushBackFacts) => {
    const show = register.show === one.id ? null : one.id
    return (
      <PushBackLine
        key={one.id}
        group={group}
        pushBack={one}
        isOpen={register.show === one.id}
        href={hrefOf({ show })}
        onToggle={() => change({ show })}
      />
    )
  }
  const focus = useFocusKept<HTMLUListElement>()
  const isListed = register.show === null || items.some(({ id }) => id === register.show)
  return (
    <PageFrame className="flex flex-col gap-3">
      <header className="flex flex-col gap-1">
        <h1 className="text-lg">Push-backs</h1>
        <p className="max-w-prose text-pretty text-ink-2">
          Work that was pushed back, with the reason and the decision. To push back, open the issue, the epic
          or the plan.
        </p>
      </header>
      <RegisterFilters register={register} onChange={change} field={field} />
      {!isListed && data && register.show !== null && (
        <Linked group={group} id={register.show} lineOf={lineOf} />
      )}
      {!data && <Skeleton className="h-40 w-full" />}
      {data && items.length === 0 && <Nothing register={register} />}
      {items.length > 0 && (
        <ul
          {...focus}
          aria-label="Push-backs"
          className="overflow-hidden rounded-lg border border-line bg-surface"
        >
          {items.map(lineOf)}
        </ul>
      )}
      {data?.next && (
        <Earlier key={address} group={group} register={register} from={data.next} lineOf={lineOf} />
      )}
    </PageFrame>
  )
}

type LinkedProps = { group: string; id: number; lineOf: (one: PushBackFacts) => ReactNode }

/** The one that a link leads to, where the list does not hold it. */
function Linked({ group, id, lineOf }: LinkedProps) {
  const { data, error } = useQuery(reading(readPushBack, { group, pushBack: id }))
  if (error)
    return (
      <p className="rounded-sm bg-sunken px-3 py-2 text-ink-2">
        This push-back was withdrawn, or you have no access.
      </p>
    )
  if (!data) return <Skeleton className="h-16 w-full" />
  return (
    <ul aria-label="Linked push-back" className="overflow-hidden rounded-lg border border-line bg-surface">
      {lineOf(data)}
    </ul>
  )
}

type EarlierProps = {
  group: string
  register: Register
  from: string
  lineOf: (one: PushBackFacts) => ReactNode
}

/** Page by page, once they are asked for. */
function Earlier(props: EarlierProps) {
  const [isAsked, setAsked] = useState(false)
  if (isAsked) return <EarlierPage {...props} />
  return (
    <Button className="self-center no-print" onClick={() => setAsked(true)}>
      Show earlier
    </Button>
  )
}

function EarlierPage(props: EarlierProps) {
  const { group, register, from, lineOf } = props
  const { data, error } = useQuery(
    reading(listPushBacks, { ...registerInput(group, register), cursor: from }),
  )
  if (error && !data) throw error
  if (!data) return <Skeleton className="h-40 w-full" />
  return (
    <>
      <ul
        aria-label="Earlier push-backs"
        className="overflow-hidden rounded-lg border border-line bg-surface"
      >
        {data.items.map(lineOf)}
      </ul>
      {data.next && <Earlier key={data.next} {...props} from={data.next} />}
    </>
  )
}

function Nothing({ register: { state, kind, q } }: { register: Register }) {
  return state || kind || q ? (
    <Empty title="No push-back matches">Change the filter or the words.</Empty>
  ) : (
    <Empty title="No push-backs yet">
      Work that does not fit the priorities, or would cost quality, is pushed back with a reason.
    </Empty>
  )
}
