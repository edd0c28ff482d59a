'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { useMe } from '#components/shell/use-group.ts'
import { usePrefetched } from '#components/shell/use-prefetched.ts'
import { Button } from '#components/ui/button.tsx'
import { ModKbd } from '#components/ui/keys/kbd.tsx'
import { readUpdates } from '#lib/contract/updates.ts'
import { reading } from '#lib/http/query.ts'
import { weekName } from '#lib/kit/iso-week.ts'
import type { IsoWeek } from '#lib/kit/iso-week.ts'

import { ASIDE, COLUMNS, MAIN } from '../columns.ts'
import { AssembledPanel } from '../side/assembled-panel.tsx'
import { OwePanel } from '../side/owe-panel.tsx'
import { StatusHeader } from '../status-header.tsx'
import { weekdayText } from '../update-text.ts'
import { newDesk } from './desk.ts'
import { Mine } from './mine.tsx'
import { useReadyText } from './ready-text.ts'
import { usePost } from './use-post.ts'
import { useStatusKeys } from './use-status-keys.ts'
import { useWaiting } from './waiting.ts'

type Props = { group: string; week: IsoWeek; posted: string }

/** All that the reader drives on one page: written, kept, and posted when it is ready. */
export function MyWeek({ group, week, posted }: Props) {
  const input = { group, week }
  const data = usePrefetched(readUpdates, input)
  // no event tells what was written on another device
  useQuery({ ...reading(readUpdates, input), refetchOnWindowFocus: 'always' })
  const me = useMe().handle
  const [desk] = useState(newDesk)
  const waiting = useWaiting(group)
  const ready = useReadyText({ mine: data.mine, desk, waiting })
  const { post, isPosting } = usePost(group, data, { desk, waiting })
  useStatusKeys(desk, () => void post())
  const isAway = data.people.some(({ handle, standing }) => handle === me && standing === 'away')
  const button = data.mine.length > 0 && (
    <Button
      kind="primary"
      className="no-print max-sm:min-h-11"
      disabledReason={isPosting ? 'Posting…' : null}
      onClick={() => void post()}
    >
      Post update <ModKbd>↵</ModKbd>
    </Button>
  )
  return (
    <>
      <StatusHeader
        group={group}
        view="mine"
        heading={`Your update, ${weekName(week)}`}
        chip={
          <>
            {ready !== '' && <b className="font-semibold text-ink">{ready}</b>}
            <span>
              {ready !== '' && '· '}due {weekdayText(data.dueOn)}
            </span>
          </>
        }
        posted={posted}
      >
        <span className="contents max-sm:hidden">{button}</span>
      </StatusHeader>
      <div className={COLUMNS}>
        <div className={`${MAIN} print:hidden`}>
          <Mine group={group} week={data} desk={desk} waiting={waiting} isAway={isAway} />
        </div>
        <aside aria-label="The group this week" className={`${ASIDE} max-sm:hidden print:flex`}>
          <OwePanel group={group} week={data} ready={ready} />
          <AssembledPanel group={group} week={data} desk={desk} />
        </aside>
      </div>
      {button && (
        <div className="no-print sticky bottom-0 -mx-3 mt-auto -mb-4 flex items-center gap-2.5 border-t border-line bg-surface px-3 py-2.5 sm:hidden">
          <span className="num flex-1 text-xs text-ink-2">{ready}</span>
          {button}
        </div>
      )}
    </>
  )
}
