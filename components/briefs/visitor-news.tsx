'use client'

import { useSyncExternalStore } from 'react'

import type { Brief } from '#lib/contract/briefs.ts'

import { BriefNews } from './brief-news.tsx'
import { lookOnce } from './own-visit.ts'

const NOTE =
  'Only this browser remembers when you last looked. Nothing about your visit is sent or stored elsewhere.'

/** It changes with the next visit, not while the page is open. */
const never = () => () => {}

/** The same for readers without an account: their browser knows when they looked before. */
export function VisitorNews({ brief, page }: { brief: Brief; page: string }) {
  const since = useSyncExternalStore(
    never,
    () => lookOnce(page),
    () => null,
  )
  return <BriefNews brief={brief} since={since} note={NOTE} />
}
