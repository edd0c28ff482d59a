'use client'

import { useState } from 'react'
import type { FormEvent } from 'react'

import { CheckField } from '#components/ui/check.tsx'
import { Button } from '#components/ui/button.tsx'
import { CancelButton, Dialog } from '#components/ui/popups/dialog.tsx'
import { ChoiceField } from '#components/ui/popups/choice-field.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Icon } from '#components/ui/icon.tsx'
import type { Card } from '#lib/contract/issues.ts'
import { FEWEST_PIECES, MOST_PIECES, whyNotSplit } from '#lib/domain/split.ts'
import { sumWeights, WHOLE_WEIGHTS } from '#lib/domain/weight.ts'

import type { Piece } from './fact-acts.ts'

type Props = {
  issue: Card
  onSplit: (pieces: readonly Piece[], close: boolean) => Promise<unknown>
  onClose: () => void
}

const EMPTY: Piece = { title: '', weight: null }
/** Handbook › Issue Weights: "larger weights indicate the issue should be broken down further." */
export function SplitDialog({ issue, onSplit, onClose }: Props) {
  const [pieces, setPieces] = useState<readonly Piece[]>([EMPTY, EMPTY])
  const [close, setClose] = useState(true)
  const [busy, setBusy] = useState(false)
  const refusal = whyNotSplit({ open: issue.state === 'open', pieces })
  const reason = busy ? 'Splitting…' : refusal?.because
  const change = (at: number, piece: Piece) => setPieces(pieces.with(at, piece))
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (reason) return
    setBusy(true)
    if (await onSplit(pieces, close)) onClose()
    else setBusy(false)
  }
  return (
    <Dialog
      title={`Split #${issue.ref}`}
      description="Each piece keeps labels, milestone, epic and functional team, but not Deliverable."
      wide
      onClose={onClose}
    >
      <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-3">
        {pieces.map((piece, at) => (
          <div key={at} className="grid grid-cols-[minmax(0,1fr)_6rem_auto] items-end gap-2">
            <TextField
              label={`Piece ${at + 1}`}
              value={piece.title}
              maxLength={255}
              onChange={(event) => change(at, { ...piece, title: event.target.value })}
            />
            <ChoiceField
              label="Weight"
              spoken={`Weight of piece ${at + 1}`}
              value={piece.weight === null ? '' : String(piece.weight)}
              onValue={(value) => change(at, { ...piece, weight: value === '' ? null : Number(value) })}
              choices={[
                { value: '', label: 'none' },
                ...WHOLE_WEIGHTS.map((weight) => ({ value: String(weight), label: String(weight) })),
              ]}
            />
            <Button
              kind="quiet"
              size="icon"
              aria-label={`Remove piece ${at + 1}`}
              disabledReason={pieces.length <= FEWEST_PIECES ? 'A split has at least two pieces.' : null}
              onClick={() => setPieces(pieces.toSpliced(at, 1))}
            >
              <Icon name="close" />
            </Button>
          </div>
        ))}
        <div className="flex flex-wrap items-center gap-3">
          <Button
            size="sm"
            disabledReason={pieces.length >= MOST_PIECES ? 'Six pieces at a time are enough.' : null}
            onClick={() => setPieces([...pieces, EMPTY])}
          >
            Another piece
          </Button>
          <p className="num text-xs text-ink-2">{sumText(issue.weight, pieces)}</p>
        </div>
        <CheckField checked={close} onCheck={setClose}>
          Close #{issue.ref} as moved: the pieces cover all of its work
        </CheckField>
        <div className="flex justify-end gap-2">
          <CancelButton />
          <Button kind="primary" type="submit" disabledReason={reason}>
            Split issue
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function sumText(whole: number | null, pieces: readonly Piece[]): string {
  const { weight, unweighted } = sumWeights(pieces)
  const left = unweighted > 0 ? `, ${unweighted} without a weight` : ''
  return `The pieces weigh ${weight}${left}; the whole ${whole === null ? 'has no weight' : `weighed ${whole}`}.`
}
