'use client'

import Link from 'next/link'
import { useState } from 'react'

import { useLineKeys } from '#components/shell/use-line-keys.ts'
import { usePrefetched } from '#components/shell/use-prefetched.ts'
import { useActor } from '#components/shell/use-group.ts'
import { Avatar } from '#components/ui/avatar.tsx'
import { Button } from '#components/ui/button.tsx'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import { Empty } from '#components/ui/state.tsx'
import { PageFrame } from '#components/ui/page-frame.tsx'
import { followEpics } from '#lib/contract/epics.ts'
import type { EpicLine } from '#lib/contract/epics.ts'
import { listPeople } from '#lib/contract/people.ts'
import { whyNotAllowed } from '#lib/domain/permissions.ts'
import { epicLink } from '#lib/kit/links.ts'

import { EpicProgress } from './epic-progress.tsx'

const NewEpic = lazyPopup(async () => (await import('./new-epic.tsx')).NewEpic)

/** Handbook › Scoping work: "Epics are the primary definition of scope for any work item larger than a single issue". */
export function EpicList({ group }: { group: string }) {
  const epics = usePrefetched(followEpics, { group }).items
  const people = usePrefetched(listPeople, { group }).items
  const names = new Map(people.map(({ handle, name }) => [handle, name]))
  const [creating, setCreating] = useState(false)
  useLineKeys({ title: 'Epics' })
  const reason = whyNotAllowed(useActor(group), 'epic.edit')?.because
  const [open, closed] = [epics.filter((epic) => !epic.closed), epics.filter((epic) => epic.closed)]
  return (
    <PageFrame className="flex flex-col gap-4">
      <div className="flex items-center gap-3">
        <h1 className="flex-1 text-lg">Epics</h1>
        {!reason && (
          <Button kind="primary" onPointerEnter={NewEpic.ahead} onClick={() => setCreating(true)}>
            New epic
          </Button>
        )}
      </div>
      {epics.length === 0 && (
        <Empty title="No epics yet">
          <p>Create an epic for work larger than one issue.</p>
        </Empty>
      )}
      {open.length > 0 && <Lines group={group} title="Open" epics={open} names={names} />}
      {closed.length > 0 && <Lines group={group} title="Closed" epics={closed} names={names} />}
      {creating && <NewEpic group={group} onClose={() => setCreating(false)} />}
    </PageFrame>
  )
}

type LinesProps = {
  group: string
  title: string
  epics: readonly EpicLine[]
  names: ReadonlyMap<string, string>
}

function Lines({ group, title, epics, names }: LinesProps) {
  return (
    <section className="flex flex-col gap-1.5">
      <h2 className="flex items-baseline gap-2 text-sm">
        <bdi>{title}</bdi> <span className="num text-xs font-normal text-ink-3">{epics.length}</span>
      </h2>
      <ul aria-label={`${title} epics`} className="overflow-hidden rounded-lg border border-line bg-surface">
        {epics.map(({ number, title, techLead, progress }) => (
          <li
            key={number}
            className="relative grid min-h-14 grid-cols-[56px_minmax(0,1fr)_150px_310px] items-center gap-3 border-b border-line px-3.5 py-2 [contain-intrinsic-size:auto_39px] [content-visibility:auto] last:border-b-0 hover:bg-hover max-md:grid-cols-[56px_minmax(0,1fr)] max-md:gap-y-1.5"
          >
            <span className="num text-xs text-ink-3">&amp;{number}</span>
            <Link
              href={epicLink(group, number)}
              prefetch={false}
              className="min-w-0 font-medium text-pretty wrap-anywhere after:absolute after:inset-0 focus-visible:outline-offset-[-2px]"
            >
              <bdi>{title}</bdi>
            </Link>
            <span className="flex min-w-0 items-center gap-2 max-md:col-start-2">
              {techLead === null ? (
                <span className="text-xs text-ink-3">No tech lead</span>
              ) : (
                <>
                  <Avatar
                    face={{ handle: techLead, name: names.get(techLead) ?? techLead }}
                    size="sm"
                    silent
                  />
                  <span className="sr-only">Tech lead: </span>
                  <span dir="auto" className="truncate text-left text-ink-2">
                    {names.get(techLead) ?? techLead}
                  </span>
                </>
              )}
            </span>
            <span className="max-md:col-start-2">
              <EpicProgress progress={progress} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
