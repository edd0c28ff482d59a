'use client'

import { useSearchParams } from 'next/navigation'
import { useRef } from 'react'

import { useChoice } from '#components/charts/address.ts'
import { FindField, useFind } from '#components/charts/find-field.tsx'
import { Narrow } from '#components/charts/narrow.tsx'
import { Switch } from '#components/charts/switch.tsx'
import { usePrefetched } from '#components/shell/use-prefetched.ts'
import { Button } from '#components/ui/button.tsx'
import { PageFrame } from '#components/ui/page-frame.tsx'
import { MenuButton } from '#components/ui/popups/menu.tsx'
import { Empty } from '#components/ui/state.tsx'
import { listDris } from '#lib/contract/drift.ts'
import type { DrivenLine } from '#lib/contract/drift.ts'
import { listTeams } from '#lib/contract/teams.ts'
import { isAsked } from '#lib/domain/dri-table.ts'

import { copyDris } from './copy-dris.ts'
import { DriTabs } from './dri-tabs.tsx'
import { ByPerson, Lines } from './driven-lines.tsx'
import { useDrivenKeys } from './use-driven-keys.ts'

const SHOWN = ['all', 'attention', 'issue', 'epic', 'initiative'] as const
const SHOWN_TITLES = {
  all: 'Everything in work',
  attention: 'Needs attention',
  issue: 'Issues',
  epic: 'Epics',
  initiative: 'Initiatives',
} as const
const BY = ['attention', 'person'] as const

/** Handbook › DRIs: "the single source of truth for who owns what". */
export function DrisPage({ group }: { group: string }) {
  const { milestone, items, people } = usePrefetched(listDris, { group })
  const query = useSearchParams()
  const [show] = useChoice('show', SHOWN)
  const [by, setBy] = useChoice('by', BY)
  const field = useRef<HTMLInputElement>(null)
  useDrivenKeys({ title: 'DRIs', find: () => field.current?.focus() })
  const [find, setFind] = useFind()
  const asked = { person: query.get('person'), team: query.get('team'), show, find }
  const lines = items.filter((line) => isAsked(line, asked))
  return (
    <PageFrame className="flex flex-col gap-3.5">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h1 className="text-lg">DRIs</h1>
        {milestone && (
          <span className="num text-ink-3">
            {lines.length} in <bdi>{milestone.title}</bdi>
          </span>
        )}
        <DriTabs group={group} here="dris" />
        <span className="flex-1" />
        <Output group={group} lines={lines} />
      </header>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1.5 no-print">
        <FindField ref={field} label="Find in the table" value={find} onValue={setFind} />
        <Filters group={group} items={items} show={show} />
        <span className="flex-1" />
        <Switch
          label="Order"
          options={[
            { value: 'attention', text: 'By attention' },
            { value: 'person', text: 'By person' },
          ]}
          value={by}
          onValue={setBy}
        />
      </div>
      {lines.length === 0 && <Nothing isEmpty={items.length === 0} />}
      {by === 'attention' ? (
        <Lines group={group} label="DRIs" lines={lines} />
      ) : (
        <ByPerson group={group} lines={lines} people={people} milestone={milestone?.title ?? ''} />
      )}
    </PageFrame>
  )
}

const Nothing = ({ isEmpty }: { isEmpty: boolean }) =>
  isEmpty ? (
    <Empty title="Nothing in work">
      <p>Issues of the current milestone appear here once they are in dev, in review, blocked or later.</p>
    </Empty>
  ) : (
    <p className="text-ink-2">Nothing matches these filters.</p>
  )

type FiltersProps = { group: string; items: readonly DrivenLine[]; show: (typeof SHOWN)[number] }

function Filters({ group, items, show }: FiltersProps) {
  const query = useSearchParams()
  const teams = usePrefetched(listTeams, { group }).items
  const drivers = new Map(items.flatMap(({ dri }) => (dri ? [[dri.handle, dri.name] as const] : [])))
  return (
    <>
      <Narrow
        name="show"
        menuLabel="Show"
        all={SHOWN_TITLES.all}
        chosen={show === 'all' ? null : show}
        choices={SHOWN.slice(1).map((value) => ({ value, label: SHOWN_TITLES[value] }))}
      />
      <Narrow
        name="person"
        menuLabel="DRI"
        all="All DRIs"
        chosen={query.get('person')}
        choices={[
          { value: 'none', label: 'Without a DRI' },
          ...[...drivers]
            .toSorted(([, a], [, b]) => a.localeCompare(b))
            .map(([value, label]) => ({ value, label })),
        ]}
      />
      <Narrow
        name="team"
        menuLabel="Functional team"
        all="All teams"
        chosen={query.get('team')}
        choices={teams.map(({ slug, name }) => ({ value: slug, label: name }))}
      />
    </>
  )
}

const Output = ({ group, lines }: { group: string; lines: readonly DrivenLine[] }) => (
  <span className="flex gap-1.5 no-print">
    <MenuButton
      size="sm"
      menuLabel="Copy the table"
      entries={() => [
        { kind: 'act', label: 'As Markdown', act: () => void copyDris('Markdown', group, lines) },
        { kind: 'act', label: 'As CSV', act: () => void copyDris('CSV', group, lines) },
      ]}
    >
      Copy
    </MenuButton>
    <Button size="sm" kind="quiet" onClick={() => print()}>
      Print
    </Button>
  </span>
)
