import type { ReactNode } from 'react'

import { IssueLink } from '#components/milestone-overview/issue-link.tsx'
import type { Brief } from '#lib/contract/briefs.ts'

import { daysText, type Line, type Part, type Section, sectionsOf } from './brief-text.ts'

type Props = {
  brief: Brief
  /** Whose pages the issues lead to; null where they lead nowhere. */
  group: string | null
  /** What can be done with it, at the right of its title. */
  side?: ReactNode
  /** What changed since the reader looked. */
  children: ReactNode
}

/** What stakeholders ask of a milestone, on one page of paper. */
export const BriefView = ({ brief, group, side, children }: Props) => (
  <article className="flex max-w-[860px] flex-col gap-5 print:max-w-none print:gap-1.5">
    <header className="flex flex-col gap-1.5">
      <div className="flex flex-wrap items-center gap-2">
        <h1 className="flex-1 text-lg">
          Brief of <bdi>{brief.milestone.title}</bdi>
        </h1>
        {side}
      </div>
      <p className="num text-sm text-ink-2 print:text-[8.5pt]">
        {brief.group} · {daysText(brief)}
      </p>
      <p className="num text-lg leading-snug text-pretty print:text-[10.5pt]">{brief.sentence}</p>
    </header>
    {sectionsOf(brief).map((section) => (
      <SectionView key={section.heading} section={section} group={group} />
    ))}
    {children}
  </article>
)

function SectionView({
  section: { heading, lead, parts },
  group,
}: {
  section: Section
  group: string | null
}) {
  const id = `brief-${heading.toLowerCase().replaceAll(' ', '-')}`
  const isWide = parts.length < 2
  return (
    <section aria-labelledby={id} className="flex flex-col gap-1.5 print:gap-0.5">
      <h2 id={id} className="border-b border-line pb-1 text-base font-semibold print:text-[10pt]">
        {heading}
      </h2>
      {lead && <p className="num text-sm text-pretty text-ink-2 print:text-[8.5pt]">{lead}</p>}
      <div
        className={
          isWide
            ? 'flex flex-col'
            : 'grid grid-cols-2 gap-x-6 gap-y-3 max-md:grid-cols-1 print:grid-cols-2 print:gap-y-1'
        }
      >
        {parts.map((part) => (
          <PartView key={part.heading} part={part} section={heading} group={group} />
        ))}
      </div>
    </section>
  )
}

function PartView({ part, section, group }: { part: Part; section: string; group: string | null }) {
  const { heading, lines, note } = part
  return (
    <div className="flex min-w-0 flex-col gap-0.5 print:break-inside-avoid">
      {heading && <h3 className="text-xs font-semibold text-ink-2 print:text-[8pt]">{heading}</h3>}
      {lines.length > 0 && (
        <ul
          aria-label={heading || section}
          className={`flex flex-col text-sm print:text-[7.5pt] print:leading-tight ${heading === '' ? 'print:block print:columns-2 print:gap-x-6' : ''}`}
        >
          {lines.map((line) => (
            <LineView key={`${line.ref} ${line.title} ${line.facts.join()}`} line={line} group={group} />
          ))}
        </ul>
      )}
      {note && <p className="num text-xs text-ink-3">{note}</p>}
    </div>
  )
}

const LineView = ({ line: { ref, title, facts }, group }: { line: Line; group: string | null }) => (
  <li className="flex flex-wrap items-baseline gap-x-2.5 border-b border-line py-1 last:border-b-0 print:block print:break-inside-avoid print:border-b-0 print:py-0">
    <span className="min-w-0 flex-1 basis-52 text-pretty wrap-anywhere print:mr-1.5">
      {ref !== null && group !== null ? (
        <IssueLink group={group} issue={{ ref, title }} />
      ) : (
        <>
          {ref !== null && <span className="num text-xs text-ink-3 print:text-[7.5pt]">#{ref} </span>}
          <bdi className={ref === null ? 'font-medium' : ''}>{title}</bdi>
        </>
      )}
    </span>
    <span className="num max-w-full text-pretty text-ink-2 wrap-anywhere">{facts.join(' · ')}</span>
  </li>
)
