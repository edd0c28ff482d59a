import type { ReactNode } from 'react'

import type { Insights } from '#lib/contract/insights.ts'
import { type Side, SIDES } from '#lib/domain/insights/mix.ts'
import { MIXED } from '#lib/domain/plan/mix.ts'

import { FigureLink } from '../figure-link.tsx'
import { mixLabel } from '../insights-text.ts'
import { Table } from '../table.tsx'
import { isolated } from '#lib/kit/visible.ts'

type Mixes = Insights['mix']

/** Each milestone planned and done, and all of them together; each share opens its issues. */
export const MixTable = ({ mix }: { mix: Mixes }) => (
  <Table
    label={mix.title}
    heads={['Milestone', 'Bug', 'Maintenance', 'Feature', 'Weight', 'Left out']}
    rows={[
      ...mix.milestones.flatMap((one) =>
        SIDES.map((side) => row(`${isolated(one.title)}, ${side}`, side, one[side], one.slug)),
      ),
      ...SIDES.map((side) => row(`All, ${side}`, side, mix[side], null)),
      ...(mix.target
        ? [{ id: 'target', cells: ['Target', ...MIXED.map((type) => `${mix.target?.[type]} %`), null, null] }]
        : []),
    ]}
  />
)

function row(name: string, side: Side, own: Mixes['planned'], milestone: string | null) {
  const cells: ReactNode[] = MIXED.map((type) => (
    <FigureLink
      key={type}
      figure={{ chart: 'mix', side, part: type, milestone }}
      count={own.parts[type].count}
      label={`${milestone ?? 'All'}, ${mixLabel(side, type, own)}`}
    >
      {own.mix === null ? '–' : `${own.mix[type]} %`}
    </FigureLink>
  ))
  return {
    id: name,
    cells: [
      <bdi key="name">{name}</bdi>,
      ...cells,
      own.weight,
      <FigureLink
        key="left-out"
        figure={{ chart: 'mix', side, part: 'left-out', milestone }}
        count={own.leftOut}
        label={`${name}, left out: ${own.leftOut}`}
      >
        {own.leftOut}
      </FigureLink>,
    ],
  }
}
