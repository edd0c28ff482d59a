'use client'

import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'next/navigation'

import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/popups/dialog.tsx'
import { Row, Rows } from '#components/ui/section.tsx'
import { Skeleton } from '#components/ui/state.tsx'
import { Weight } from '#components/ui/tag.tsx'
import { listInsight } from '#lib/contract/insights.ts'
import { daysText, issues } from '#lib/domain/insights/titles.ts'
import { reading } from '#lib/http/query.ts'

import { insightsInput } from './insights-reads.ts'

type Props = { group: string; list: string; onClose: () => void }

/** The issues that a figure of the page is made of. */
export function IssuesDialog({ group, list, onClose }: Props) {
  const query = useSearchParams()
  const { data, error, refetch } = useQuery(
    reading(listInsight, { ...insightsInput(group, query), of: list }),
  )
  return (
    <Dialog
      title={data?.title ?? 'Issues'}
      description={data ? totalText(data) : ''}
      wide
      tall
      onClose={onClose}
    >
      {error ? (
        <div className="flex flex-wrap items-center gap-2.5">
          <p>{error.message}</p>
          <Button size="sm" onClick={() => void refetch()}>
            Try again
          </Button>
        </div>
      ) : !data ? (
        <Skeleton className="h-40" />
      ) : data.items.length === 0 ? (
        <p className="text-ink-2">No issues.</p>
      ) : (
        <Rows label={data.title}>
          {data.items.map((item, at) => (
            <Row
              key={`${item.ref} ${at}`}
              group={group}
              issue={item}
              side={
                <>
                  {item.days !== null && (
                    <span className="num text-xs text-ink-2">{daysText(item.days)}</span>
                  )}
                  {list.startsWith('mix.') && <Weight weight={item.weight} />}
                </>
              }
            />
          ))}
        </Rows>
      )}
      <div className="flex justify-end">
        <Button onClick={onClose}>Close</Button>
      </div>
    </Dialog>
  )
}

const totalText = ({ total, items }: { total: number; items: readonly unknown[] }): string =>
  items.length < total ? `${issues(total)}, the first ${items.length} of them` : issues(total)
