'use client'

import { usePathname } from 'next/navigation'
import { useEffect, useState } from 'react'

import { useStore } from '#components/ui/store.ts'

import { onTheWay, watchNavigations } from './pending-navigation.ts'
import { PageSkeleton } from './page-skeleton.tsx'

/** Whoever waits longer sees the shape of the page to come; what comes sooner replaces the one before at once. */
const LATE_MS = 150

/** Lies over the page one leaves while the next one is on its way. */
export function Incoming() {
  const here = usePathname()
  const path = useStore(onTheWay, (state) => (state.from === here ? state.path : null))
  const [late, setLate] = useState<string | null>(null)
  useEffect(watchNavigations, [])
  useEffect(() => {
    const timer = setTimeout(() => setLate(path), path === null ? 0 : LATE_MS)
    return () => clearTimeout(timer)
  }, [path])
  if (path === null || path === here || late !== path) return null
  return (
    <div className="absolute inset-0 z-10 overflow-hidden bg-bg print:hidden">
      <PageSkeleton path={path} />
    </div>
  )
}
