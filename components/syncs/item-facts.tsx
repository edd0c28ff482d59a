'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import type { ReactNode } from 'react'

import { ConfidenceMark } from '#components/confidence/confidence-mark.tsx'
import { Avatar } from '#components/ui/avatar.tsx'
import { listDris } from '#lib/contract/drift.ts'
import { readEpic } from '#lib/contract/epics.ts'
import { readIssue } from '#lib/contract/issues.ts'
import type { AgendaItem } from '#lib/contract/syncs.ts'
import { listUpdates } from '#lib/contract/updates.ts'
import { confidenceWords } from '#lib/domain/confidence.ts'
import { reading } from '#lib/http/query.ts'
import { epicLink, issueLink } from '#lib/kit/links.ts'

type Props = {
  group: string
  about: NonNullable<AgendaItem['about']>
  nameOf: (handle: string) => string
}

/** What the room wants to know of an issue or epic, without leaving the room. */
export function ItemFacts({ group, about, nameOf }: Props) {
  const isIssue = about.kind === 'issue'
  const issue = useQuery({ ...reading(readIssue, { group, ref: about.ref }), enabled: isIssue }).data
  const epic = useQuery({ ...reading(readEpic, { group, epic: about.ref }), enabled: !isIssue }).data
  const updates = useQuery(reading(listUpdates, { group, subject: `${about.kind}-${about.ref}` })).data?.items
  const dri = issue?.dri ?? epic?.techLead ?? null
  const [last] = updates ?? []
  const said = (updates ?? []).slice(0, 3).toReversed()
  const isKnown = (issue ?? epic) !== undefined
  const state = issue?.labels.find(({ meaning }) => meaning?.startsWith('workflow.'))?.title
  return (
    <dl className="grid grid-cols-[104px_minmax(0,1fr)] gap-x-3 gap-y-2.5 border-t border-line pt-4">
      <Fact name={isIssue ? 'DRI' : 'Tech lead'}>
        {dri ? (
          <>
            <Avatar face={{ handle: dri, name: nameOf(dri) }} size="sm" silent /> {nameOf(dri)}
          </>
        ) : (
          notYet(isKnown, 'Not set')
        )}
      </Fact>
      {isIssue && <Fact name="State">{state?.replace(/^.*::/, '') ?? notYet(isKnown, 'Not set')}</Fact>}
      {isIssue && (
        <Fact name="Milestone">
          {issue?.milestone ?? notYet(isKnown, 'Not set')}
          {issue && (
            <span className="text-ink-2">
              {issue.weight === null ? 'no weight' : `weight ${issue.weight}`}
            </span>
          )}
        </Fact>
      )}
      <Fact name="Confidence">
        {said.length === 0
          ? notYet(updates !== undefined, 'Not set')
          : said.map(({ week, confidence }) => (
              <span key={week} className="inline-flex items-center gap-1.5">
                <ConfidenceMark confidence={confidence} />
                {confidenceWords(confidence)}
                <span className="num text-ink-2">{week.slice(5)}</span>
              </span>
            ))}
      </Fact>
      <Fact name="Last update">
        <bdi className="line-clamp-3 text-pretty wrap-anywhere">
          {last?.progress ?? notYet(updates !== undefined, 'None yet')}
        </bdi>
      </Fact>
      <CouldTake group={group} except={dri} />
      <Fact name="Links">
        <Link
          href={isIssue ? issueLink(group, about.ref) : epicLink(group, about.ref)}
          prefetch={false}
          className="text-accent underline underline-offset-2"
        >
          {isIssue ? `Issue #${about.ref}` : `Epic &${about.ref}`}
        </Link>
      </Fact>
    </dl>
  )
}

/** Before an answer has come nothing is said to be missing. */
const notYet = (isKnown: boolean, words: string) => (isKnown ? words : '…')

function CouldTake({ group, except }: { group: string; except: string | null }) {
  const people = useQuery(reading(listDris, { group })).data?.people
  const free = (people ?? [])
    .flatMap(({ handle, name, drives, capacity }) =>
      capacity !== null && capacity - drives >= 1 && handle !== except
        ? [{ handle, name, free: Math.floor(capacity - drives) }]
        : [],
    )
    .toSorted((a, b) => b.free - a.free)
    .slice(0, 3)
  return (
    <Fact name="Has room">
      {free.length === 0
        ? notYet(people !== undefined, 'All capacity is driven')
        : free.map((one) => (
            <span key={one.handle} className="inline-flex items-center gap-1.5">
              <Avatar face={one} size="sm" silent /> {one.name}
              <span className="num text-ink-2">{one.free} weight free</span>
            </span>
          ))}
    </Fact>
  )
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <>
    <dt dir="auto" className="text-ink-2">
      {name}
    </dt>
    <dd className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">{children}</dd>
  </>
)
