import Link from 'next/link'
import type { ReactNode } from 'react'

import type { MySubject } from '#lib/contract/updates.ts'
import { subjectSign } from '#lib/domain/subjects.ts'
import { epicLink, issueLink } from '#lib/kit/links.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'

import { SubjectNote } from './subject-note.tsx'

type Props = {
  id: string
  group: string
  one: MySubject
  today: PlainDate
  /** What became of its words. */
  children: ReactNode
}

export const CardHeader = ({ id, group, one, today, children }: Props) => (
  <header className="flex min-h-[42px] items-center gap-[9px] px-3.5 py-2 max-sm:flex-wrap max-sm:items-start">
    <span className="num flex-none text-xs text-ink-3">{subjectSign(one)}</span>
    <h2
      id={id}
      className="min-w-0 text-sm font-semibold max-sm:flex-[1_1_75%] max-sm:text-pretty sm:truncate"
    >
      <Link
        dir="auto"
        href={one.kind === 'epic' ? epicLink(group, one.ref) : issueLink(group, one.ref)}
        prefetch={false}
        className="hover:underline"
      >
        {one.title}
      </Link>
    </h2>
    <span className="inline-flex flex-none">
      <SubjectNote one={one} today={today} />
    </span>
    <span className="flex-1 max-sm:hidden" />
    {children}
  </header>
)
