import type { ReactNode } from 'react'

/** What a place says when there is nothing in it yet: what it is for, and what to do first. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="mx-auto flex max-w-md flex-col items-center gap-2 px-6 py-16 text-center">
      <p className="text-base font-semibold">{title}</p>
      {children && <div className="flex flex-col items-center gap-3 text-pretty text-ink-2">{children}</div>}
    </div>
  )
}

/** A grey line of the size of the words to come. */
export function Bone({ className }: { className: string }) {
  return <span aria-hidden="true" className={`shimmer block rounded-xs ${className}`} />
}
