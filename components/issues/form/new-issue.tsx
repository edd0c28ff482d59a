'use client'

import { useEffect } from 'react'

import { useActor } from '#components/shell/use-group.ts'
import { Button } from '#components/ui/button.tsx'
import { Kbd } from '#components/ui/keys/kbd.tsx'
import { useLatest } from '#components/ui/hooks/use-latest.ts'
import { may } from '#lib/domain/permissions.ts'

import { openNewIssue, newIssueDefaults } from './new-issue-defaults.ts'
import type { Beginning } from './new-issue-defaults.ts'
import { NewIssueLater } from './new-issue-anywhere.tsx'

/** The button that begins an issue, and what the issue gets by being begun on this page. */
export function NewIssue({
  group,
  labels = [],
  milestone = null,
  whyNotHere = showsAll,
}: { group: string } & Partial<Beginning>) {
  const mayCreate = may(useActor(group), 'issue.create')
  const labelList = labels.join(',')
  const { slug, title } = milestone ?? {}
  const why = useLatest(whyNotHere)
  useEffect(() => {
    newIssueDefaults.set({
      here: {
        labels: labelList === '' ? [] : labelList.split(','),
        milestone: slug && title ? { slug, title } : null,
        whyNotHere: (card) => why()(card),
      },
    })
    return () => newIssueDefaults.set({ here: null })
  }, [labelList, slug, title, why])
  if (!mayCreate) return null
  return (
    <Button kind="primary" onPointerEnter={NewIssueLater.ahead} onClick={openNewIssue}>
      New issue <Kbd>C</Kbd>
    </Button>
  )
}

const showsAll = () => null
