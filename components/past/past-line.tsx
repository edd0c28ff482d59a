'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useEffect, useRef } from 'react'

import { useGroup } from '#components/shell/use-group.ts'
import { backToNow } from '#components/shell/go-to-moment.ts'
import { lookBack } from '#components/shell/past.ts'
import { Button } from '#components/ui/button.tsx'
import { cx } from '#components/ui/cx.ts'
import { Icon } from '#components/ui/icon.tsx'

import { canLookBack } from '#lib/kit/past.ts'

import { IssueOfNow } from './issue-of-now-later.ts'
import { asOfText, momentText } from './as-of.ts'
import { PastSlider } from './past-slider.tsx'

/** `at` is null while now is shown. */
type Props = { group: string; at: string | null }

/** Above a page that shows the past, or shall: which moment it is, the slider, and the way back. Read-only needs no more words. */
export function PastLine({ group, at }: Props) {
  const { zone, today } = useGroup(group)
  const line = useRef<HTMLElement>(null)
  useEffect(() => {
    const shown = line.current
    shown?.addEventListener('keydown', onKey)
    return () => {
      shown?.removeEventListener('keydown', onKey)
      if (document.activeElement === document.body) buttonOfPage()?.focus({ preventScroll: true })
    }
  }, [])
  const [path, query] = [usePathname(), useSearchParams().toString()]
  const hasPast = canLookBack(path)
  useEffect(() => {
    if (at === null) return
    lookBack.set({ left: { at, address: `${path}?${query}` } })
    IssueOfNow.ahead()
  }, [at, path, query])
  // the address says it from here on, and another page begins without it
  useEffect(() => {
    if (at !== null || !hasPast) lookBack.set({ isOpen: false })
  }, [at, hasPast])
  if (!hasPast) return null
  return (
    <section
      ref={line}
      aria-label="Look back"
      className={cx(
        'flex min-h-12 flex-none flex-wrap items-center gap-x-3 gap-y-1 border-b px-5 py-1.5 max-sm:px-3',
        at === null
          ? 'border-line bg-surface print:hidden'
          : 'border-accent bg-accent-soft print:border-0 print:p-0',
      )}
    >
      <p
        className={cx(
          'num inline-flex min-h-[26px] flex-none items-center gap-1.5 rounded-full border border-line-strong bg-surface px-2.5 text-xs text-ink-2',
          'print:border-0 print:px-0',
          at !== null && 'max-sm:flex-1',
        )}
      >
        <Icon name="clock" className="size-3.5 print:hidden" />
        {at === null ? (
          <b className="font-medium text-ink">Now</b>
        ) : (
          <>
            <span className="print:hidden">
              as of <b className="font-semibold text-ink">{momentText(at, zone, today)}</b>
            </span>
            <span className="hidden print:inline">Saydo, {asOfText(at, zone)}</span>
          </>
        )}
      </p>
      <div className="flex min-h-9 min-w-0 flex-1 items-center max-sm:order-1 max-sm:basis-full print:hidden">
        <PastSlider group={group} at={at} />
      </div>
      <Button size="sm" className="max-sm:ml-auto print:hidden" onClick={backToNow}>
        {at === null ? 'Close' : 'Back to now'}
      </Button>
    </section>
  )
}

const buttonOfPage = () => document.querySelector<HTMLElement>('[data-look-back]')

/** Before the page hears of it, which would close something else. */
function onKey(event: KeyboardEvent) {
  if (event.key !== 'Escape' || event.defaultPrevented) return
  event.preventDefault()
  backToNow()
}
