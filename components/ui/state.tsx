import type { ReactNode } from 'react'

type EmptyProps = {
  title: string
  children?: ReactNode
  /** For a page that is nothing else. */
  isPage?: boolean
}

/** What a place says when there is nothing in it yet: what it is for, and what to do first. */
export function Empty({ title, children, isPage }: EmptyProps) {
  const Title = isPage ? 'h1' : 'h2'
  return (
    <div className="mx-auto flex max-w-md flex-col items-center gap-2 px-6 py-16 text-center">
      <Title className="text-base font-semibold">{title}</Title>
      {children && <div className="flex flex-col items-center gap-3 text-pretty text-ink-2">{children}</div>}
    </div>
  )
}

/** A grey line of the size of the words to come. */
export function Skeleton({ className }: { className: string }) {
  return <span aria-hidden="true" className={`shimmer block rounded-xs ${className}`} />
}
