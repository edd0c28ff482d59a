import Link from 'next/link'
import type { ReactNode } from 'react'

import { useAt } from '#components/shell/past.ts'
import { figure } from '#lib/domain/capacity/text.ts'
import type { SayDoSeries, SeriesMilestone } from '#lib/contract/say-do.ts'
import { percentOf } from '#lib/domain/say-do/definitions.ts'
import type { Part } from '#lib/domain/say-do/parts.ts'
import { sayDoLink } from '#lib/kit/links.ts'
import { momentOf } from '#lib/kit/past.ts'

import { PartLink } from './part-link.tsx'
import { partName } from './say-do-text.ts'

type Props = { group: string; series: SayDoSeries; shown: string; title: string }

const PARTS: readonly Part[] = ['assigned', 'completed', 'addedLater', 'reprioritised', 'slipped']

/** The chart in figures, as issues · weight; each opens its issues. */
export const SeriesTable = ({ group, series, shown, title }: Props) => (
  <div className="scroll-calm overflow-x-auto">
    <table aria-label={title} className="num w-full text-sm">
      <thead className="text-right text-xs text-ink-3">
        <tr className="border-b border-line">
          <th scope="col" className="px-3.5 py-1.5 text-left font-medium">
            Milestone
          </th>
          <Head>Say/Do</Head>
          {PARTS.map((part) => (
            <Head key={part}>{capital(partName(part, false))}</Head>
          ))}
          <Head>Median of six</Head>
          <Head>Middle half</Head>
        </tr>
      </thead>
      <tbody>
        {series.milestones.map((one) => (
          <Line key={one.milestone.slug} group={group} one={one} isShown={one.milestone.slug === shown} />
        ))}
      </tbody>
    </table>
  </div>
)

function Line({ group, one, isShown }: { group: string; one: SeriesMilestone; isShown: boolean }) {
  const at = useAt()
  const { milestone, percent, runs, parts, median, spread } = one
  return (
    <tr className="border-b border-line last:border-b-0">
      <th
        scope="row"
        className={`px-3.5 py-1.5 text-left whitespace-nowrap ${isShown ? 'font-semibold' : 'font-medium'}`}
      >
        <Link
          href={sayDoLink(group, milestone.slug, momentOf(at))}
          prefetch={false}
          className="tap rounded-xs hover:underline"
        >
          <bdi>{milestone.title}</bdi>
        </Link>
        {runs && <span className="ml-1.5 text-xs font-normal text-ink-3">running</span>}
      </th>
      <Cell>{percent === null ? '–' : `${percent} %`}</Cell>
      {PARTS.map((part) => (
        <Cell key={part}>
          <PartLink part={part} of={milestone.slug} className="relative inline-block">
            <span className="sr-only">
              <bdi>{milestone.title}</bdi>, {partName(part, runs)}:{' '}
            </span>
            {parts[part].count} <span className="text-ink-3">· {figure(parts[part].weight)}</span>
          </PartLink>
        </Cell>
      ))}
      <Cell>{median === null ? '–' : `${percentOf(median)} %`}</Cell>
      <Cell>{spread === null ? '–' : `${percentOf(spread.low)} – ${percentOf(spread.high)} %`}</Cell>
    </tr>
  )
}

const Head = ({ children }: { children: string }) => (
  <th scope="col" className="px-2 py-1.5 font-medium whitespace-nowrap last:pr-3.5">
    {children}
  </th>
)

const Cell = ({ children }: { children: ReactNode }) => (
  <td className="px-2 py-1.5 text-right whitespace-nowrap last:pr-3.5">{children}</td>
)

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`
