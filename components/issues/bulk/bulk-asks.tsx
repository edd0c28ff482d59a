'use client'

import { ELSEWHERE } from '#components/issues/facts/elsewhere.ts'

import type { Actor } from '#lib/domain/permissions.ts'

import { BlockedDialog } from '#components/issues/command/ask-dialogs.tsx'
import { BulkDriDialog, BulkDueDialog, BulkOriginalDialog, BulkSureDialog } from './bulk-dialogs.tsx'
import type { Need, Run } from './bulk-entries.ts'
import type { Lookups } from '#components/lookups/lookups.ts'

export type Proceed = (blocked?: Need) => void

/** What is asked before many issues are changed. */
export type BulkAsk =
  | { kind: 'dri' | 'due' | 'original' }
  | { kind: 'need'; proceed: Proceed }
  | { kind: 'sure'; act: Parameters<Run> }

type Props = {
  group: string
  asked: BulkAsk
  /** “3 issues”. */
  count: string
  /** The first of them. */
  first: number
  people: Lookups['people']
  actor: Actor & { handle: string }
  run: Run
  /** Without asking whether it is meant. */
  surely: Run
  onAnswered: () => void
  onClose: () => void
}

export function BulkAsks({
  group,
  asked,
  count,
  first,
  people,
  actor,
  run,
  surely,
  onAnswered,
  onClose,
}: Props) {
  switch (asked.kind) {
    case 'need':
      return (
        <BlockedDialog
          subject={count}
          onClose={onClose}
          onAnswer={(blocked) => {
            onAnswered()
            asked.proceed(blocked ?? undefined)
          }}
        />
      )
    case 'dri':
      return <BulkDriDialog count={count} people={people} actor={actor} onClose={onClose} run={run} />
    case 'due':
      return (
        <BulkDueDialog
          group={group}
          count={count}
          onClose={onClose}
          onSet={(due) => void run({ what: 'due', due }, (done) => ELSEWHERE.due.message(due, done))}
        />
      )
    case 'original':
      return (
        <BulkOriginalDialog
          group={group}
          count={count}
          except={first}
          onClose={onClose}
          onName={(original) =>
            void run(
              { what: 'close', reason: 'duplicate', ...(original ? { duplicateOf: original } : {}) },
              (done) => `Closed ${done}: ${original ? `duplicates of #${original}` : 'duplicate'}.`,
            )
          }
        />
      )
    case 'sure':
      return (
        <BulkSureDialog
          count={count}
          onClose={onClose}
          onSure={() => {
            onAnswered()
            void surely(...asked.act)
          }}
        />
      )
  }
}
