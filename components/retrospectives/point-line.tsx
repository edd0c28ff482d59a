'use client'

import { useState } from 'react'

import { Button } from '#components/ui/button.tsx'
import { cx } from '#components/ui/cx.ts'
import { Icon } from '#components/ui/icon.tsx'
import { Note } from '#components/ui/tag.tsx'
import type { Point } from '#lib/contract/retrospectives.ts'
import {
  POINT_TITLES,
  type PointKind,
  type Stage,
  whyNotReword,
  whyNotVote,
  whyNotWithdraw,
} from '#lib/domain/retrospectives/retrospectives.ts'

import { type Person, PointFields, saidIn, whyNotSend } from './point-fields.tsx'
import type { RetrospectiveActs } from './retrospective-acts.ts'
import type { PointDraft } from './use-point-draft.ts'

const TONES: Record<PointKind, 'good' | 'warn' | 'calm'> = {
  well: 'good',
  not_well: 'warn',
  try: 'calm',
  thanks: 'calm',
}

type Props = {
  point: Point
  stage: Stage
  people: readonly Person[]
  acts: RetrospectiveActs
  /** Whether the reader writes and votes here. */
  canWrite: boolean
  /** The kind stands above it. */
  isSorted: boolean
}

/** One point: what it says, who wrote it, its votes, and what this reader can do. */
export function PointLine({ point, stage, people, acts, canWrite, isSorted }: Props) {
  const { id, kind, text, to, by, votes, voted, mine } = point
  const [draft, setDraft] = useState<PointDraft | null>(null)
  const canVote = canWrite && whyNotVote({ stage, kind }) === null
  const canReword = canWrite && whyNotReword({ stage, mine }) === null
  const canWithdraw = canWrite && whyNotWithdraw({ stage, mine, votes }) === null
  const counts = stage !== 'writing' && kind !== 'thanks'
  return (
    <li
      data-point={id}
      tabIndex={-1}
      className="flex flex-wrap items-start gap-x-3 gap-y-1.5 border-b border-line px-3.5 py-2.5 outline-offset-[-2px] last:border-b-0 print:break-inside-avoid"
    >
      {draft === null ? (
        <div className="flex min-w-0 flex-1 basis-3/5 flex-col gap-0.5">
          {!isSorted && kind !== 'thanks' && (
            <span>
              <Note tone={TONES[kind]}>{POINT_TITLES[kind]}</Note>
            </span>
          )}
          {to && (
            <b className="font-semibold">
              <bdi>{to.name}</bdi>
            </b>
          )}
          <p className="text-pretty whitespace-pre-line wrap-anywhere">
            <bdi>{text}</bdi>
          </p>
          <p className="text-xs text-ink-3">{mine ? 'You' : <bdi>{by.name}</bdi>}</p>
        </div>
      ) : (
        <Rewording
          draft={draft}
          people={people}
          acts={acts}
          onDraft={setDraft}
          onSave={async () => {
            if (await acts.reword(id, saidIn(draft))) setDraft(null)
          }}
        />
      )}
      {draft === null && (
        <span className="flex flex-none flex-wrap items-center gap-1.5">
          {canReword && (
            <Button size="sm" kind="quiet" onClick={() => setDraft({ kind, text, to: to?.handle ?? '' })}>
              Edit
            </Button>
          )}
          {canWithdraw && (
            <Button
              size="sm"
              kind="quiet"
              aria-label={`Remove your point “${text.slice(0, 40)}”`}
              className="no-print"
              onClick={() => void acts.withdraw(id)}
            >
              Remove
            </Button>
          )}
          {counts && canVote && (
            <Button
              size="sm"
              aria-pressed={voted}
              aria-label={`Vote for “${text.slice(0, 40)}”`}
              className={cx('num no-print', voted && 'border-accent text-accent')}
              onClick={() => void acts.vote(point)}
            >
              <Icon name="up" className="size-3.5" /> Vote
            </Button>
          )}
          {counts && (
            <b className="num min-w-14 text-right text-xs">
              {votes} <span className="font-normal text-ink-3">{votes === 1 ? 'vote' : 'votes'}</span>
            </b>
          )}
        </span>
      )}
    </li>
  )
}

type RewordingProps = {
  draft: PointDraft
  people: readonly Person[]
  acts: RetrospectiveActs
  onDraft: (draft: PointDraft | null) => void
  onSave: () => Promise<void>
}

function Rewording({ draft, people, acts, onDraft, onSave }: RewordingProps) {
  const why = acts.busy ? 'Saving…' : whyNotSend(draft)
  return (
    <form
      aria-label="Edit your point"
      noValidate
      className="flex min-w-0 flex-1 flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (!why) void onSave()
      }}
    >
      <PointFields
        people={people}
        value={draft}
        label="Your point"
        onValue={onDraft}
        onSend={() => {
          if (!why) void onSave()
        }}
      />
      <div className="flex justify-end gap-2">
        <Button kind="quiet" onClick={() => onDraft(null)}>
          Cancel
        </Button>
        <Button kind="primary" type="submit" disabledReason={why}>
          Save
        </Button>
      </div>
    </form>
  )
}
