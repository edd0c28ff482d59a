'use client'

import { useState } from 'react'

import { Button } from '#components/ui/button.tsx'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import { Section } from '#components/ui/section.tsx'
import type { CapacityView } from '#lib/contract/capacity.ts'

import { figure, overText } from '#lib/domain/capacity/text.ts'
import { laneTitle } from './lane-text.ts'
import { LoadBar } from './load-bar.tsx'

const LanesDialog = lazyPopup(async () => (await import('./lanes-dialog.tsx')).LanesDialog)

type Props = { group: string; view: CapacityView; mayEdit: boolean }

/** Handbook › Capacity Planning: "assigning work lanes to the release based on priority". Load against each lane. */
export function Lanes({ group, view, mayEdit }: Props) {
  const [isEditing, setEditing] = useState(false)
  const teams = view.teams.filter(({ team }) => view.lanes.some((lane) => lane.team === team))
  return (
    <Section title="Lanes" note="capacity by team and priority">
      {teams.length === 0 && <p className="text-ink-3">The capacity is not divided into lanes yet.</p>}
      {teams.map(({ team, name, weight }) => {
        const lanes = view.lanes.filter((lane) => lane.team === team)
        const given = lanes.reduce((sum, lane) => sum + lane.weight, 0)
        const over = overText(given, weight)
        return (
          <div key={team} className="rounded-lg border border-line bg-surface px-3.5 py-2">
            <h3 className="num flex flex-wrap gap-x-2 pb-1 text-xs font-semibold">
              <bdi>{name}</bdi>
              <span className="font-normal text-ink-2">
                {figure(given)} of {figure(weight)} given
                {over && <b className="font-medium text-warn">, {over}</b>}
              </span>
            </h3>
            <ul aria-label={`Lanes of ${name}`}>
              {lanes.map((lane) => (
                <li key={lane.priority} className="num flex items-center gap-3 py-0.5">
                  <span className="flex-1">{laneTitle(lane.priority)}</span>
                  <span className="w-10 text-right font-medium">{figure(lane.weight)}</span>
                  <span className="w-44">
                    <span className="sr-only">load </span>
                    <LoadBar load={loadIn(view, lane)} weight={lane.weight} />
                  </span>
                </li>
              ))}
            </ul>
          </div>
        )
      })}
      {mayEdit && (
        <Button
          className="self-start print:hidden"
          onPointerEnter={LanesDialog.ahead}
          onClick={() => setEditing(true)}
        >
          {teams.length === 0 ? 'Divide into lanes' : 'Edit lanes'}
        </Button>
      )}
      {isEditing && <LanesDialog group={group} view={view} onClose={() => setEditing(false)} />}
    </Section>
  )
}

const loadIn = (view: CapacityView, { team, priority }: { team: string; priority: number }): number =>
  view.laneLoad.find((one) => one.team === team && one.priority === priority)?.weight ?? 0
