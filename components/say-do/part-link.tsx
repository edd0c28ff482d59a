'use client'

import type { ReactNode } from 'react'

import { ListLink } from '#components/charts/list-link.tsx'

import { listName } from './part-list.ts'

type Props = { part: string; of: string; label?: string; className?: string; children: ReactNode }

/** A figure of a milestone, or of all of them, that opens the issues that it counts. */
export const PartLink = ({ part, of, ...rest }: Props) => <ListLink list={listName({ part, of })} {...rest} />
