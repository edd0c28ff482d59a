'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import type { ReactNode } from 'react'

import { hueStyle } from '#components/ui/hue.ts'
import { Markdown } from '#components/ui/markdown.tsx'
import type { Reference } from '#components/ui/markdown.tsx'
import { listLabels } from '#lib/contract/labels.ts'
import { listMilestones } from '#lib/contract/milestones.ts'
import { listPeople } from '#lib/contract/people.ts'
import { reading } from '#lib/http/query.ts'
import { epicLink, issueLink, issuesLink } from '#lib/kit/links.ts'

type Props = {
  group: string
  text: string
  /** Given where the reader may tick off tasks; see `withTask`. */
  onToggle?: (line: number, done: boolean) => void
}

/** Markdown as people of a group wrote it: what it names of the group leads there, what nobody knows stays text. */
export function IssueText({ group, text, onToggle }: Props) {
  const refer = useReferences(group, text)
  return <Markdown text={text} refer={refer} {...(onToggle ? { onToggle } : {})} />
}

/** Asks for names of a kind when the text seems to hold one of that kind. */
function useReferences(group: string, text: string): (reference: Reference) => ReactNode {
  const people = useQuery({ ...reading(listPeople, { group }), enabled: text.includes('@') }).data?.items
  const labels = useQuery({ ...reading(listLabels, { group }), enabled: text.includes('~') }).data?.items
  const milestones = useQuery({ ...reading(listMilestones, { group }), enabled: text.includes('%') }).data
    ?.items
  const to = (href: string, words: ReactNode, tip?: string) => (
    <Link href={href} prefetch={false} data-tip={tip}>
      {words}
    </Link>
  )
  return ({ sigil, key, raw }) => {
    switch (sigil) {
      case '#':
        return to(issueLink(group, Number(key)), raw)
      case '&':
        return to(epicLink(group, Number(key)), raw)
      case '@': {
        const person = people?.find(({ handle }) => handle.toLowerCase() === key.toLowerCase())
        return person
          ? to(issuesLink(group, { person: person.handle }), `@${person.handle}`, person.name)
          : null
      }
      case '%': {
        const milestone = milestones?.find(({ title }) => title === key)
        return milestone ? to(issuesLink(group, { milestone: milestone.slug }), raw) : null
      }
      case '~': {
        const label = labels?.find(({ title }) => title === key)
        return label ? <LabelLink group={group} {...label} /> : null
      }
    }
  }
}

function LabelLink({ group, title, hue }: { group: string; title: string; hue: number }) {
  return (
    <Link
      href={issuesLink(group, { label: title })}
      prefetch={false}
      style={hueStyle(hue)}
      className="inline-flex max-w-full items-center gap-[5px] rounded-xs border border-line px-[5px] align-baseline text-xs leading-snug text-ink-2! no-underline! hover:bg-hover"
    >
      <i className="hue-dot size-[7px] flex-none rounded-[2px]" />
      <span className="min-w-0 wrap-anywhere">{title}</span>
    </Link>
  )
}
