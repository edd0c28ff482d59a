'use client'

import type { ReactNode } from 'react'

import { ListLink } from '#components/charts/list-link.tsx'
import { cx } from '#components/ui/cx.ts'
import { type Figure, figureName } from '#lib/domain/insights/figures.ts'

type Props = { figure: Figure; count: number; label?: string; className?: string; children: ReactNode }

/** A figure that opens the issues it counts; none of nothing. */
export const FigureLink = ({ figure, count, label, className, children }: Props) =>
  count === 0 ? (
    <span className={className}>{children}</span>
  ) : (
    <ListLink list={figureName(figure)} label={label} className={cx('relative', className)}>
      {children}
    </ListLink>
  )
