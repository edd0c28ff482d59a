'use client'

import Link from 'next/link'
import { useState } from 'react'

import { Button } from '#components/ui/button.tsx'
import { CancelButton, Dialog } from '#components/ui/popups/dialog.tsx'
import { DELIVERABLE_STAYS } from '#lib/domain/deliverable.ts'
import { MODEL_NOT_READY } from '#lib/domain/refusal-codes.ts'
import { issueLink, modelsLink } from '#lib/kit/links.ts'

import { counted } from '#components/changes/pieces.ts'
import { TAKE_OFF_AND_MOVE } from '#components/commands/next-steps.ts'
import type { Bulk, Progress } from './use-bulk.ts'

type Props = {
  group: string
  progress: Progress
  /** Does what is offered instead of what was refused. */
  run: (...change: Parameters<Bulk['run']>) => void
  onClose: () => void
}

/** How far it is; at the end, what stays as it is and why. */
export function ProgressDialog({ group, progress, run, onClose }: Props) {
  const { total, report, over, errorText } = progress
  const seen = report.done.length + report.refused.length
  const byReason = Map.groupBy(report.refused, ({ because, ref }) => because.replaceAll(`#${ref}`, 'It'))
  return (
    <Dialog title={over ? `${counted(report.done.length)} changed` : 'Changing…'} wide onClose={onClose}>
      {over ? (
        <>
          {errorText && <p className="text-bad">{errorText}</p>}
          {report.refused.length > 0 && (
            <p className="text-ink-2">{counted(report.refused.length)} unchanged:</p>
          )}
          <ul className="flex flex-col gap-2.5">
            {[...byReason].map(([because, refused]) => (
              <li key={because}>
                <p className="text-pretty">{because}</p>
                <Numbers group={group} refs={refused.map(({ ref }) => ref)} />
                {refused.some(({ rule }) => rule === MODEL_NOT_READY) && (
                  <Link href={modelsLink(group)} prefetch={false} className="tap text-accent underline">
                    Open models
                  </Link>
                )}
                {refused.some(({ rule }) => rule === DELIVERABLE_STAYS) && (
                  <TakeOffAndMove refs={refused.map(({ ref }) => ref)} progress={progress} run={run} />
                )}
              </li>
            ))}
          </ul>
          <div className="flex justify-end">
            <Button kind="primary" onClick={onClose}>
              Close
            </Button>
          </div>
        </>
      ) : (
        <>
          <progress className="w-full accent-accent" value={seen} max={total} aria-label="Progress" />
          <output className="num text-ink-2">
            {seen} of {total}. It continues when you close this.
          </output>
        </>
      )}
    </Dialog>
  )
}

type TakeOffProps = Pick<Props, 'progress' | 'run'> & { refs: readonly number[] }

/** The next step where Deliverables may not go: without the label they may. */
function TakeOffAndMove({ refs, progress: { change, message }, run }: TakeOffProps) {
  if (change.what !== 'milestone' || change.withoutDeliverable) return null
  return (
    <Button
      size="sm"
      className="mt-1.5"
      onClick={() => run(refs, { ...change, withoutDeliverable: true }, message)}
    >
      {TAKE_OFF_AND_MOVE} {counted(refs.length)}
    </Button>
  )
}

const FEW = 40

/** All of them; when they are many, the rest behind a press. */
function Numbers({ group, refs }: { group: string; refs: readonly number[] }) {
  const [whole, setWhole] = useState(refs.length <= FEW)
  return (
    <p className="num flex flex-wrap gap-x-2 text-xs">
      {(whole ? refs : refs.slice(0, FEW)).map((ref) => (
        <Link key={ref} href={issueLink(group, ref)} prefetch={false} className="text-accent underline">
          #{ref}
        </Link>
      ))}
      {!whole && (
        <button
          type="button"
          className="tap rounded-xs font-medium text-ink-2 underline underline-offset-2 hover:text-ink"
          onClick={() => setWhole(true)}
        >
          Show {refs.length - FEW} more
        </button>
      )}
    </p>
  )
}

type SureProps = { count: string; onSure: () => void; onClose: () => void }

/** So many are rarely meant by a slip of the hand, and then it shall not happen. */
export function SureDialog({ count, onSure, onClose }: SureProps) {
  return (
    <Dialog
      title={`Change ${count}?`}
      description="This takes a while. You can undo all of it afterwards."
      onClose={onClose}
    >
      <div className="flex justify-end gap-2">
        <CancelButton />
        <Button kind="primary" onClick={onSure}>
          Change {count}
        </Button>
      </div>
    </Dialog>
  )
}
