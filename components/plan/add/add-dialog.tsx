'use client'

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import type { FormEvent } from 'react'

import { useLookups } from '#components/lookups/lookups.ts'
import { useActor } from '#components/shell/use-group.ts'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { ChoiceField } from '#components/ui/popups/choice-field.tsx'
import { CancelButton, Dialog } from '#components/ui/popups/dialog.tsx'
import { indexIssues } from '#lib/contract/issue-lists.ts'
import type { Plan } from '#lib/contract/plan.ts'
import { reading } from '#lib/http/query.ts'

import { moveTo } from '#components/plan/move-to.ts'
import { ALL, filterOf, sourcesOf } from './add-sources.ts'
import { Found } from './found.tsx'

type Props = { group: string; milestone: Plan['milestone']; onClose: () => void }

/** Handbook › Team Milestone Planning Process: "Identification of candidate issues for the milestone …". */
export function AddDialog({ group, milestone: { slug, title }, onClose }: Props) {
  const client = useQueryClient()
  const lookups = useLookups(group)
  const actor = useActor(group)
  const [source, setSource] = useState(firstSource(lookups.milestones))
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const asked = useDeferredValue(words)
  const { data: index, isFetching } = useQuery({
    ...reading(indexIssues, {
      group,
      filter: filterOf(source, asked, slug),
      sort: 'updated',
      direction: 'desc',
    }),
    placeholderData: keepPreviousData,
  })
  const { first, parts } = sourcesOf(lookups, slug)
  const refs = index?.groups.flatMap((one) => one.refs) ?? []
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (chosen.size === 0) return
    onClose()
    void moveTo(client, { group, actor }, [...chosen], slug, (count) => `Added ${count} to ${title}.`)
  }
  return (
    <Dialog title={`Add candidates to ${title}`} wide tall onClose={onClose}>
      <form noValidate onSubmit={submit} className="flex min-h-0 flex-col gap-3">
        <div className="grid grid-cols-2 gap-3 max-sm:grid-cols-1">
          <TextField
            label="Find"
            type="search"
            placeholder="Number or title"
            value={words}
            maxLength={200}
            onChange={(event) => setWords(event.target.value)}
          />
          <ChoiceField label="From" value={source} choices={first} parts={parts} onValue={setSource} />
        </div>
        <output className="sr-only">{isFetching || !index ? '' : `${index.total} issues`}</output>
        <Found
          group={group}
          index={index ?? null}
          refs={refs}
          lookups={lookups}
          chosen={chosen}
          onChoose={setChosen}
        />
        <div className="flex items-center justify-end gap-2">
          <span className="num flex-1 text-xs text-ink-2">
            {chosen.size > 0 && (chosen.size === 1 ? '1 issue chosen' : `${chosen.size} issues chosen`)}
          </span>
          <CancelButton />
          <Button
            kind="primary"
            type="submit"
            disabledReason={chosen.size === 0 ? 'Choose at least one issue.' : null}
          >
            {chosen.size === 0
              ? 'Add'
              : chosen.size === 1
                ? 'Add 1 candidate'
                : `Add ${chosen.size} candidates`}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** Handbook › Planning and Delivery Boards: what is planned next waits on its own shelf. */
const firstSource = (
  milestones: readonly { slug: string; shelf: string | null; closed: boolean }[],
): string => {
  const shelf = milestones.find((one) => one.shelf === 'next-1-3' && !one.closed)
  return shelf ? `milestone:${shelf.slug}` : ALL
}
