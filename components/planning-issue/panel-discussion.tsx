'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'

import { CommentBox } from '#components/comments/comment-box.tsx'
import { IssueText } from '#components/texts/issue-text.tsx'
import { Avatar } from '#components/ui/avatar.tsx'
import { momentIn } from '#components/ui/days/days.ts'
import { Skeleton } from '#components/ui/state.tsx'
import { readIssue } from '#lib/contract/issues.ts'
import type { Issue } from '#lib/contract/issues.ts'
import { listPeople } from '#lib/contract/people.ts'
import type { Actor } from '#lib/domain/permissions.ts'
import { reading } from '#lib/http/query.ts'
import { issueLink } from '#lib/kit/links.ts'

type Props = { group: string; issue: number; actor: Actor & { handle: string }; zone: string }

const LAST = 3

/** Handbook › Planning Issue: "the discussion area for the planning team members (PM, EM)". What was said last, and more. */
export function PanelDiscussion({ group, issue: ref, actor, zone }: Props) {
  const { data: issue } = useQuery(reading(readIssue, { group, ref }))
  const people = useQuery(reading(listPeople, { group })).data?.items ?? []
  if (!issue) return <Skeleton className="mx-3.5 h-16" />
  const earlier = issue.comments.length - LAST
  return (
    <div className="flex flex-col gap-2 px-3.5">
      <h3 className="text-xs font-semibold">Discussion</h3>
      {earlier > 0 && (
        <Link href={issueLink(group, ref)} prefetch={false} className="tap self-start text-xs text-accent">
          {earlier} earlier
        </Link>
      )}
      <ol className="flex flex-col gap-2">
        {issue.comments.slice(-LAST).map((comment) => (
          <Said
            key={comment.id}
            group={group}
            comment={comment}
            name={people.find(({ handle }) => handle === comment.author)?.name ?? comment.author}
            zone={zone}
          />
        ))}
      </ol>
      {issue.state === 'open' ? (
        <CommentBox group={group} issue={issue} actor={actor} />
      ) : (
        <p className="text-ink-2">#{ref} is closed.</p>
      )}
    </div>
  )
}

type SaidProps = { group: string; comment: Issue['comments'][number]; name: string; zone: string }

function Said({ group, comment: { author, body, at }, name, zone }: SaidProps) {
  return (
    <li className="flex min-w-0 gap-2">
      <Avatar face={{ handle: author, name }} size="sm" silent />
      <div className="min-w-0 flex-1">
        <p className="text-xs">
          <b className="font-semibold">
            <bdi>{name}</bdi>
          </b>{' '}
          <time dateTime={at} className="num text-ink-3">
            {momentIn(zone, at)}
          </time>
        </p>
        <IssueText group={group} text={body} />
      </div>
    </li>
  )
}
