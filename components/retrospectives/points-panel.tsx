'use client'

import type { ReactNode } from 'react'

import { Switch } from '#components/charts/switch.tsx'
import { Nothing, Panel } from '#components/milestone-overview/panel.tsx'
import type { Point, Retrospective } from '#lib/contract/retrospectives.ts'
import { POINT_KINDS, POINT_TITLES } from '#lib/domain/retrospectives/retrospectives.ts'

import type { Person } from './point-fields.tsx'
import { PointLine } from './point-line.tsx'
import type { RetrospectiveActs } from './retrospective-acts.ts'

export const ORDERS = ['votes', 'kind'] as const
export type Order = (typeof ORDERS)[number]

type Group = { heading: string; points: readonly Point[]; isSorted: boolean }

/** By kind while they are written; once they are open, those with the most votes first, and thanks for themselves. */
export function groupsOf({ points, stage }: Pick<Retrospective, 'points' | 'stage'>, order: Order): Group[] {
  if (order === 'kind' || stage === 'writing')
    return POINT_KINDS.flatMap((kind) => {
      const some = points.filter((one) => one.kind === kind)
      return some.length > 0 ? [{ heading: POINT_TITLES[kind], points: some, isSorted: true }] : []
    })
  const thanks = points.filter(({ kind }) => kind === 'thanks')
  const counted = Map.groupBy(
    points.filter(({ kind }) => kind !== 'thanks'),
    ({ votes }) => votes,
  )
  const byVotes = [...counted].toSorted(([a], [b]) => b - a)
  return [
    ...byVotes.map(([votes, some]) => ({ heading: votesText(votes), points: some, isSorted: false })),
    ...(thanks.length > 0 ? [{ heading: POINT_TITLES.thanks, points: thanks, isSorted: true }] : []),
  ]
}

const votesText = (votes: number) => (votes === 0 ? 'No votes' : `${votes} ${votes === 1 ? 'vote' : 'votes'}`)

type Props = {
  retrospective: Retrospective
  order: Order
  onOrder: (order: Order) => void
  people: readonly Person[]
  acts: RetrospectiveActs
  canWrite: boolean
  form: ReactNode
}

export function PointsPanel({ retrospective, order, onOrder, form, ...given }: Props) {
  const { points, hidden, stage } = retrospective
  const isHidden = stage === 'writing' || stage === 'not_begun'
  return (
    <Panel
      heading="Points"
      count={points.length + hidden}
      side={
        isHidden ? undefined : (
          <Switch
            label="Order of the points"
            options={[
              { value: 'votes', text: 'By votes' },
              { value: 'kind', text: 'By kind' },
            ]}
            value={order}
            onValue={onOrder}
          />
        )
      }
    >
      {isHidden && hidden > 0 && (
        <p className="border-b border-line bg-sunken px-3.5 py-2 text-pretty text-ink-2">
          {hidden} {hidden === 1 ? 'point' : 'points'} of others {hidden === 1 ? 'is' : 'are'} hidden until
          the points are opened.
        </p>
      )}
      {points.length === 0 && (
        <Nothing>
          {isHidden
            ? 'What went well, what did not, what should we try, and who deserves thanks?'
            : 'No points.'}
        </Nothing>
      )}
      {groupsOf(retrospective, order).map(({ heading, points: some, isSorted }) => (
        <section key={heading} aria-label={heading}>
          <h3 className="border-b border-line bg-sunken px-3.5 py-1 text-xs font-semibold text-ink-2">
            {heading} {isSorted && <span className="num font-normal text-ink-3">{some.length}</span>}
          </h3>
          <ul aria-label={heading} className="border-b border-line last:border-b-0">
            {some.map((point) => (
              <PointLine key={point.id} point={point} stage={stage} isSorted={isSorted} {...given} />
            ))}
          </ul>
        </section>
      ))}
      {form}
    </Panel>
  )
}
