'use client'

import { Suspense, lazy } from 'react'
import type { ComponentType } from 'react'

/**
 * A part that the first paint does not need, such as a dialog: fetched when it is first shown, or earlier by `ahead`,
 * which a control calls when it is pointed at.
 */
export function lazily<P extends object>(load: () => Promise<ComponentType<P>>) {
  const Part = lazy(async () => ({ default: await load() }))
  function Lazily(props: P) {
    return (
      <Suspense fallback={null}>
        <Part {...props} />
      </Suspense>
    )
  }
  return Object.assign(Lazily, { ahead: () => void load().catch(() => {}) })
}
