'use client'

import { useQueries } from '@tanstack/react-query'

import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/popups/dialog.tsx'
import { Row, Rows } from '#components/ui/section.tsx'
import { Skeleton } from '#components/ui/state.tsx'
import { Note, Weight } from '#components/ui/tag.tsx'
import { readSayDo } from '#lib/contract/say-do.ts'
import type { SayDoItem } from '#lib/contract/say-do.ts'
import { reading } from '#lib/http/query.ts'
import { momentOf } from '#lib/kit/past.ts'

import type { IssueList } from './part-list.ts'
import { amounts, issues, reasonText } from './say-do-text.ts'

type Props = { group: string; at: string | null; list: IssueList; onClose: () => void }

/** The issues that a figure counts, as they were in the milestone in which they count. */
export function IssuesDialog({ group, at, list: { title, count, weight, entries }, onClose }: Props) {
  const milestones = [...new Set(entries.map(({ milestone }) => milestone))]
  const answers = useQueries({
    queries: milestones.map((milestone) => reading(readSayDo, { group, milestone, ...momentOf(at) })),
  })
  const found = new Map(milestones.map((milestone, at) => [milestone, answers[at]?.data]))
  const hidden = count - entries.length
  const sum = weight === null ? issues(count) : amounts({ count, weight })
  return (
    <Dialog
      title={title}
      description={hidden > 0 ? `${sum} · ${hidden} not shown` : sum}
      wide
      tall
      onClose={onClose}
    >
      {entries.length === 0 && (
        <p className="text-ink-2">{hidden > 0 ? 'You may not see these issues.' : 'No issues.'}</p>
      )}
      {entries.length > 0 && (
        <Rows label={title}>
          {entries.map(({ ref, milestone }) => {
            const view = found.get(milestone)
            const item = view?.items.find((one) => one.ref === ref)
            return item ? (
              <Item
                key={`${milestone} ${ref}`}
                group={group}
                item={item}
                of={milestones.length > 1 ? (view?.milestone.title ?? '') : ''}
              />
            ) : (
              <li key={`${milestone} ${ref}`} className="border-b border-line px-3.5 py-2 last:border-b-0">
                {view ? `#${ref}` : <Skeleton className="h-9" />}
              </li>
            )
          })}
        </Rows>
      )}
      <div className="flex justify-end">
        <Button onClick={onClose}>Close</Button>
      </div>
    </Dialog>
  )
}

/** `of`: its milestone, where the list holds several. */
function Item({ group, item, of }: { group: string; item: SayDoItem; of: string }) {
  const facts = [
    of,
    item.atStart ? '' : 'added later',
    item.team?.name ?? '',
    item.type ?? '',
    reasonText(item),
  ]
  return (
    <Row
      group={group}
      issue={item}
      side={
        <>
          <Note tone={TONES[item.outcome]}>{item.outcome}</Note>
          <Weight weight={item.weight} />
        </>
      }
    >
      <span className="text-xs">{facts.filter((fact) => fact !== '').join(' · ')}</span>
    </Row>
  )
}

const TONES: Record<SayDoItem['outcome'], 'good' | 'warn' | 'calm'> = {
  completed: 'good',
  slipped: 'warn',
  reprioritised: 'calm',
  open: 'calm',
}
