import { useState } from 'react'

import { wordsOf } from '#components/changes/send.ts'
import { useChange } from '#components/changes/use-change.ts'
import { addSandboxChange, removeSandboxChange } from '#lib/contract/sandboxes.ts'
import type { SandboxView } from '#lib/contract/sandboxes.ts'

import { isOnItsWay } from './pick-list.ts'
import type { PickLine, Tick } from './pick-list.ts'

/**
 * Ticks and unticks Deliverables of a what-if, shown at once. A tick that goes back to what the live plan has takes its
 * change out again.
 */
export function usePick(group: string, view: SandboxView) {
  const [refusal, setRefusal] = useState<string | null>(null)
  const [ticked, setTicked] = useState<Readonly<Record<number, Tick>>>({})
  const change = useChange()
  const at = { group, milestone: view.milestone.slug, sandbox: view.sandbox.slug }
  const waits = (line: PickLine) => isOnItsWay(ticked[line.ref], line, view.event)
  const send = ({ ref, change: made, isPicked }: PickLine) =>
    made === null
      ? change({
          endpoint: addSandboxChange,
          input: { ...at, change: { what: 'deliverable', ref, isIn: !isPicked } },
          message: 'Added the change to the what-if.',
          throws: true,
        })
      : change({
          endpoint: removeSandboxChange,
          input: { ...at, change: made },
          message: 'Removed the change from the what-if.',
          throws: true,
        })
  const pick = async (line: PickLine) => {
    if (waits(line)) return
    const { ref } = line
    const tick = { isPicked: !line.isPicked, until: Infinity }
    setRefusal(null)
    setTicked((all) => ({ ...all, [ref]: tick }))
    let until = 0
    try {
      until = (await send(line))?.event ?? 0
    } catch (error) {
      setRefusal(wordsOf(error))
    }
    // a newer tick of the same candidate stays
    setTicked((all) => (all[ref] === tick ? { ...all, [ref]: { ...tick, until } } : all))
  }
  return {
    refusal,
    shown: (line: PickLine): PickLine => (waits(line) ? { ...line, isPicked: !line.isPicked } : line),
    pick: (line: PickLine) => void pick(line),
  }
}
