'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import type { ReactNode } from 'react'

import { hueStyle } from '#components/ui/hues/hue.ts'
import type { OnToggle } from '#components/ui/markdown/markdown-list.tsx'
import { Markdown } from '#components/ui/markdown/markdown.tsx'
import type { Reference } from '#lib/kit/markdown/references.ts'
import { listEpics } from '#lib/contract/epics.ts'
import { rowsOfIssues } from '#lib/contract/issue-lists.ts'
import { listLabels } from '#lib/contract/labels.ts'
import { listMilestones } from '#lib/contract/milestones.ts'
import { listPeople } from '#lib/contract/people.ts'
import { reading } from '#lib/http/query.ts'
import { epicLink, issueLink, issuesLink } from '#lib/kit/links.ts'

import { useTree } from './trees.ts'

type Props = {
  group: string
  text: string
  /** Given where the reader may tick off tasks; see `withTask`. */
  onToggle?: OnToggle
}

/** Markdown as people of a group wrote it: what it names of the group leads there, what nobody knows stays text. */
export function IssueText({ group, text, onToggle }: Props) {
  const refer = useReferences(group, text)
  const tree = useTree(text)
  return <Markdown tree={tree} refer={refer} {...(onToggle ? { onToggle } : {})} />
}

/** Asks for names of a kind when the text seems to hold one of that kind. */
function useReferences(group: string, text: string): (reference: Reference) => ReactNode {
  const people = useQuery({ ...reading(listPeople, { group }), enabled: text.includes('@') }).data?.items
  const labels = useQuery({ ...reading(listLabels, { group }), enabled: text.includes('~') }).data?.items
  const milestones = useQuery({ ...reading(listMilestones, { group }), enabled: text.includes('%') }).data
    ?.items
  const epics = useQuery({ ...reading(listEpics, { group }), enabled: /&\d/.test(text) }).data?.items
  const refs = refsIn(text)
  const known = useQuery({
    ...reading(rowsOfIssues, { group, refs: refs.join('.') }),
    enabled: refs.length > 0,
  }).data?.items
  const to = (href: string, content: ReactNode, tip?: string) => (
    <Link dir="auto" href={href} prefetch={false} data-tip={tip}>
      {content}
    </Link>
  )
  return ({ sigil, key, raw }) => {
    switch (sigil) {
      case '#': {
        const issue = known?.find(({ ref }) => ref === Number(key))
        const isMissing =
          Number(key) === 0 ||
          (known !== undefined && !issue && (refs.length < MOST_ASKED || refs.includes(Number(key))))
        return isMissing ? null : to(issueLink(group, Number(key)), raw, issue?.title)
      }
      case '&': {
        const epic = epics?.find(({ number }) => number === Number(key))
        return epics && !epic ? null : to(epicLink(group, Number(key)), raw, epic?.title)
      }
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

/** As many as can be asked about at once; those behind them are led to unasked. */
const MOST_ASKED = 200

const refsIn = (text: string): number[] =>
  [...new Set([...text.matchAll(/#([1-9]\d{0,8})/g)].map((match) => Number(match[1])))]
    .toSorted((a, b) => a - b)
    .slice(0, MOST_ASKED)

function LabelLink({ group, title, hue }: { group: string; title: string; hue: number }) {
  return (
    <Link
      href={issuesLink(group, { label: title })}
      prefetch={false}
      style={hueStyle(hue)}
      className="inline-flex max-w-full items-center gap-[5px] rounded-xs border border-line px-[5px] align-baseline text-xs leading-snug text-ink-2! no-underline! hover:bg-hover"
    >
      <i className="hue-dot size-[7px] flex-none rounded-[2px]" />
      <span dir="auto" className="min-w-0 wrap-anywhere">
        {title}
      </span>
    </Link>
  )
}
