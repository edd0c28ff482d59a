import Link from 'next/link'

import { valueOf } from '#components/lookups/card-names.ts'
import { AskedMark } from '#components/hand-overs/asked-mark.tsx'
import { Avatar } from '#components/ui/avatar.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { LabelTag, TypeTag, Weight } from '#components/ui/tag.tsx'
import type { Card } from '#lib/contract/issues.ts'
import { typeOf } from '#lib/domain/labels.ts'
import { issueLink } from '#lib/kit/links.ts'

import { nameOf } from '#components/lookups/lookups.ts'
import type { Lookups } from '#components/lookups/lookups.ts'

type Props = { group: string; card: Card; lookups: Lookups }

/** A line for each issue, or two where its title is long; on a phone the facts go below the title. */
export function IssueRow({ group, card, lookups }: Props) {
  const held = card.labelIds.flatMap((id) => lookups.labels.find((label) => label.id === id) ?? [])
  const type = typeOf(held)
  const workflow = held.find(({ meaning }) => meaning?.startsWith('workflow.'))
  const milestone = lookups.milestones.find(({ slug }) => slug === card.milestone)
  return (
    <li className="relative flex min-h-10 items-center gap-3 border-b border-line px-3.5 py-1.5 last:border-b-0 focus-within:bg-hover hover:bg-hover max-sm:flex-wrap max-sm:gap-y-0.5">
      <span className="num w-10 flex-none text-xs text-ink-3">#{card.ref}</span>
      <Link
        href={issueLink(group, card.ref)}
        prefetch={false}
        className="min-w-0 flex-1 line-clamp-2 font-medium after:absolute after:inset-0 focus-visible:outline-offset-[-2px] max-sm:line-clamp-none max-sm:basis-[calc(100%-4rem)]"
      >
        {card.confidential && (
          <Icon name="lock" className="mr-1.5 inline-block size-3.5 align-[-2px] text-ink-3" />
        )}
        <bdi>{card.title}</bdi>
      </Link>
      <span className="flex min-w-0 flex-none items-center gap-2.5 max-sm:flex-initial max-sm:flex-wrap max-sm:gap-y-1 max-sm:pl-[52px]">
        {workflow && <LabelTag title={valueOf(workflow.title)} hue={workflow.hue} />}
        <span className="flex w-[92px] max-sm:w-auto">{type && <TypeTag type={type} />}</span>
        <span className="num w-[68px] truncate text-xs text-ink-2 max-sm:w-auto">
          <bdi>{milestone?.title.replace(/ Milestones$/, '')}</bdi>
        </span>
        <Weight weight={card.weight} />
        <span className="flex min-w-6 justify-end gap-1">
          {card.dri !== null && (
            <Avatar face={{ handle: card.dri, name: nameOf(card.dri, lookups) }} as="dri" />
          )}
          {card.offeredTo !== null && (
            <AskedMark face={{ handle: card.offeredTo, name: nameOf(card.offeredTo, lookups) }} />
          )}
        </span>
      </span>
    </li>
  )
}
