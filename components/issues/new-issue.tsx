'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

import { absorbCard } from '#components/shell/absorb.ts'
import { useHotkeys } from '#components/shell/hotkeys.ts'
import { toast } from '#components/shell/toasts.ts'
import { useActor } from '#components/shell/use-group.ts'
import { Button } from '#components/ui/button.tsx'
import { Kbd } from '#components/ui/kbd.tsx'
import { lazily } from '#components/ui/lazily.tsx'
import { createIssue } from '#lib/contract/issues.ts'
import { whyNotAllowed } from '#lib/domain/permissions.ts'
import { issueLink } from '#lib/kit/links.ts'

import { send, wordsOf } from './deeds.ts'
import type { NewIssueFacts } from './new-issue-dialog.tsx'

const NewIssueDialog = lazily(async () => (await import('./new-issue-dialog.tsx')).NewIssueDialog)

type Props = {
  group: string
  types: readonly string[]
  /** What it gets by being made here: the labels of the board and its milestone. */
  labels?: readonly string[]
  milestone?: { slug: string; title: string } | null
}

/** The button, the key and the dialog that make an issue. */
export function NewIssue({ group, types, labels = [], milestone = null }: Props) {
  const [open, setOpen] = useState(false)
  const client = useQueryClient()
  const router = useRouter()
  const reason = whyNotAllowed(useActor(group), 'issue.create')?.because
  const begin = () => (reason ? toast({ text: reason, tone: 'refused' }) : setOpen(true))
  useHotkeys('New', [{ keys: ['c'], what: 'Create an issue', act: begin }])
  const create = async ({ title, description, type, planned }: NewIssueFacts) => {
    try {
      const { card, event } = await send(createIssue, {
        group,
        title,
        description,
        labels: [...labels, ...(type ? [type] : [])],
        milestone: planned && milestone ? milestone.slug : null,
      })
      absorbCard(client, group, card, event)
      toast({ text: `Created #${card.ref}.`, open: () => router.push(issueLink(group, card.ref)) })
      return true
    } catch (error) {
      toast({ text: wordsOf(error), tone: 'refused' })
      return false
    }
  }
  return (
    <>
      <Button kind="primary" disabledReason={reason} onPointerEnter={NewIssueDialog.ahead} onClick={begin}>
        New issue <Kbd>C</Kbd>
      </Button>
      {open && (
        <NewIssueDialog
          group={group}
          types={types}
          milestone={milestone?.title ?? null}
          onCreate={create}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
