import type { ReactNode } from 'react'

type Props = { id: string; title: string; action?: ReactNode; children: ReactNode }

/** One part of the group's settings, with what one does to it. */
export function Panel({ id, title, action, children }: Props) {
  return (
    <section aria-labelledby={id} className="rounded-lg border border-line bg-surface">
      <header className="flex min-h-12 items-center gap-3 px-4 py-2">
        <h2 id={id} className="flex-1 text-base">
          <bdi>{title}</bdi>
        </h2>
        {action}
      </header>
      {children}
    </section>
  )
}
