'use client'

import { useState } from 'react'
import type { FormEvent } from 'react'

import { useBusyChange } from '#components/changes/use-change.ts'
import { Button } from '#components/ui/button.tsx'
import { CancelButton, Dialog } from '#components/ui/popups/dialog.tsx'
import { setLanes } from '#lib/contract/capacity.ts'
import type { CapacityView } from '#lib/contract/capacity.ts'

import { figure } from '#lib/domain/capacity/text.ts'
import { laneTitle, PRIORITIES } from './lane-text.ts'

type Props = { group: string; view: CapacityView; onClose: () => void }

/** All lanes of a milestone at once, in weight. An empty field is no lane. */
export function LanesDialog({ group, view, onClose }: Props) {
  const { slug, title } = view.milestone
  const [typed, setTyped] = useState<Record<string, string>>(() =>
    Object.fromEntries(
      view.lanes.map(({ team, priority, weight }) => [`${team} ${priority}`, figure(weight)]),
    ),
  )
  const { change, busy } = useBusyChange()
  const teams = view.teams.filter(({ weight }) => weight > 0)
  const lanes = teams.flatMap(({ team }) =>
    PRIORITIES.flatMap((priority) => {
      const text = (typed[`${team} ${priority}`] ?? '').trim()
      return text === '' || Number(text) === 0
        ? []
        : [{ team, priority, weight: Number(text.replace(',', '.')) }]
    }),
  )
  const isWrong = lanes.some(({ weight }) => !(weight > 0))
  const reason = busy ? 'Saving…' : isWrong ? 'Enter numbers above 0.' : null
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (reason !== null) return
    const message = `Divided the capacity of ${title} into lanes.`
    if ((await change({ endpoint: setLanes, input: { group, milestone: slug, lanes }, message })) !== null)
      onClose()
  }
  return (
    <Dialog
      title={`Lanes of ${title}`}
      description="How much of its capacity each team gives to which priority, in weight."
      broad
      onClose={onClose}
    >
      <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-3">
        <div className="overflow-x-auto">
          <table className="w-full">
            <thead className="text-left text-xs text-ink-3">
              <tr>
                <th scope="col" className="pr-3 font-medium">
                  Team
                </th>
                {PRIORITIES.map((priority) => (
                  <th key={priority} scope="col" className="px-1 pb-1 font-medium whitespace-nowrap">
                    {laneTitle(priority)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {teams.map(({ team, name, weight }) => (
                <tr key={team}>
                  <th scope="row" className="num py-1 pr-3 text-left font-normal">
                    <bdi>{name}</bdi> <span className="text-xs text-ink-3">{figure(weight)}</span>
                  </th>
                  {PRIORITIES.map((priority) => (
                    <td key={priority} className="p-1">
                      <input
                        aria-label={`${name}, ${laneTitle(priority)}`}
                        inputMode="decimal"
                        autoComplete="off"
                        value={typed[`${team} ${priority}`] ?? ''}
                        onChange={(event) =>
                          setTyped({ ...typed, [`${team} ${priority}`]: event.target.value })
                        }
                        className="num w-16 rounded-xs border border-control bg-surface px-2 py-1 text-right pointer-coarse:min-h-9"
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <div className="flex justify-end gap-2">
          <CancelButton />
          <Button kind="primary" type="submit" disabledReason={reason}>
            Save
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
