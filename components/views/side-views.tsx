'use client'

import Link from 'next/link'
import { usePathname, useSearchParams } from 'next/navigation'

import { cx } from '#components/ui/cx.ts'
import { Icon } from '#components/ui/icon.tsx'
import { viewLink } from '#lib/kit/links.ts'

import { useViews, viewQuery } from './use-views.ts'

/** The saved views as places of their own. */
export function SideViews({ group, onLeave }: { group: string; onLeave: () => void }) {
  const views = useViews(group)
  const here = usePathname()
  const query = viewQuery(useSearchParams().toString())
  if (views.length === 0) return null
  return (
    <>
      <h2 className="px-2 pt-3.5 pb-1 text-2xs font-semibold text-ink-3">Views</h2>
      {views.map((view) => {
        const link = viewLink(group, view)
        const current = link.split('?')[0] === here && view.query === query
        return (
          <Link
            key={view.id}
            href={link}
            prefetch={false}
            onClick={onLeave}
            aria-current={current ? 'page' : undefined}
            className={cx(
              'flex min-h-[29px] items-center gap-[9px] rounded-sm px-2 pointer-coarse:min-h-11',
              current
                ? 'bg-surface font-semibold text-ink shadow-card ring-1 ring-line'
                : 'font-medium text-ink-2 hover:bg-hover hover:text-ink',
            )}
          >
            <Icon name="view" className={cx('size-[15px]', current ? 'text-accent' : 'text-ink-3')} />
            <span dir="auto" className="min-w-0 flex-1 truncate">
              {view.title}
            </span>
            {view.shared && <Icon name="people" className="size-3.5 text-ink-3" />}
          </Link>
        )
      })}
    </>
  )
}
