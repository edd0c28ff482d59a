'use client'

import { usePathname, useRouter } from 'next/navigation'
import { useEffect, useLayoutEffect } from 'react'

import { announce } from '#components/shell/announcer.tsx'
import type { Hotkey } from '#components/shell/hotkeys.ts'
import { useLatest } from '#components/ui/hooks/use-latest.ts'
import { issueLink } from '#lib/kit/links.ts'

/** The issues of a list or a column, in the order in which they are shown. */
export type Trail = { title: string; refs: readonly number[] }

/** What the page showed from which an issue was opened. */
let trails: readonly Trail[] = []

/** The lists of this page: the person who opens an issue from it goes through them by keys. */
export function useTrail(lists: () => readonly Trail[]) {
  const latest = useLatest(lists)
  useLayoutEffect(
    () => () => {
      trails = latest()()
    },
    [latest],
  )
}

/** A page that is no issue's ends what began at a list. */
export function useTrailEnds() {
  const path = usePathname()
  useEffect(() => {
    if (!/\/issues\/\d+$/.test(path)) trails = []
  }, [path])
}

/** From issue to issue without going back to the list. Back leads to the list, from whichever. */
export function useTrailKeys(group: string, ref: number): Hotkey[] {
  const router = useRouter()
  const here = () => trails.find(({ refs }) => refs.includes(ref))
  const go = (step: number) => () => {
    const trail = here()
    const at = (trail?.refs.indexOf(ref) ?? 0) + step
    const next = trail?.refs[at]
    if (!trail) return
    if (next === undefined) {
      return announce(`#${ref} is the ${step > 0 ? 'last' : 'first'} in “${trail.title}”.`)
    }
    announce(`#${next}, ${at + 1} of ${trail.refs.length} in “${trail.title}”.`)
    router.replace(issueLink(group, next))
  }
  const when = () => here() !== undefined
  return [
    { keys: ['j'], what: 'Next issue in the list or column', act: go(1), when },
    { keys: ['k'], what: 'Previous issue in the list or column', act: go(-1), when },
  ]
}
