'use client'

import { useState } from 'react'
import type { ComponentType } from 'react'

export type CursorPageProps = {
  group: string
  /** Where it begins; the first page has none. */
  cursor: string | undefined
  /** Shows the page behind this one; null where it is shown already. */
  onMore: ((cursor: string) => void) | null
}

/** A list that is read page by page, each below the one before. */
export function CursorPages({ group, of: Page }: { group: string; of: ComponentType<CursorPageProps> }) {
  const [cursors, setCursors] = useState<readonly string[]>([])
  return [undefined, ...cursors].map((cursor, at) => (
    <Page
      key={cursor ?? ''}
      group={group}
      cursor={cursor}
      onMore={at === cursors.length ? (next) => setCursors([...cursors, next]) : null}
    />
  ))
}
