'use client'

import { homeLink } from '#lib/kit/home-link.ts'

/** What shows where a page could not be drawn: what is known about it, and two ways on. Small, for it is everywhere. */
export function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  const known = error instanceof Error && error.name === 'Refused' ? error.message : null
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : null
  return (
    <main
      data-missing
      className="mx-auto flex max-w-md flex-col items-center gap-3 px-6 pt-[14vh] text-center"
    >
      <h1 className="text-base">{known ? 'Page not available' : 'Something went wrong'}</h1>
      <p className="text-pretty text-ink-2">
        {known ?? 'Your changes are safe. Try again, or contact your administrator.'}
      </p>
      {digest && <p className="num text-xs text-ink-3">Request {digest}</p>}
      <div className="flex gap-2">
        <button
          type="button"
          onClick={retry}
          className="min-h-[30px] rounded-sm bg-accent px-3 font-semibold text-on-accent hover:brightness-110"
        >
          Try again
        </button>
        <a
          href={homeLink}
          className="flex min-h-[30px] items-center rounded-sm px-3 font-medium text-ink-2 hover:bg-hover"
        >
          Go to your week
        </a>
      </div>
    </main>
  )
}
