import Link from 'next/link'
import type { ReactNode } from 'react'

import { Logo } from '#components/ui/logo.tsx'
import { homeLink } from '#lib/kit/home-link.ts'
import { referenceLink } from '#lib/kit/links.ts'

export const SHAPES = 'shapes'

/** The API's own pages: its nouns on the left, what one of them can do on the right. Readable without signing in. */
export function ReferenceFrame({
  nouns,
  here,
  version,
  children,
}: {
  nouns: readonly { name: string; operations: readonly unknown[] }[]
  /** The noun that is shown; without one, the overview. */
  here?: string
  version: string
  children: ReactNode
}) {
  return (
    <div className="mx-auto grid max-w-[1180px] gap-x-10 px-5 pb-16 sm:grid-cols-[190px_minmax(0,1fr)]">
      <header className="col-span-full flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-3">
        <Link href={referenceLink()} className="flex items-center gap-2 font-semibold">
          <Logo className="size-[22px]" />
          Saydo API
        </Link>
        <span className="num text-xs text-ink-3">{version}</span>
        <nav aria-label="Elsewhere" className="ml-auto flex gap-4 text-ink-2">
          <a href="/api/openapi.json" className="hover:text-ink hover:underline">
            OpenAPI document
          </a>
          <Link href={homeLink} className="hover:text-ink hover:underline">
            Saydo
          </Link>
        </nav>
      </header>
      <nav
        aria-label="Nouns"
        className="scroll-calm max-sm:-mx-5 max-sm:overflow-x-auto max-sm:px-5 sm:sticky sm:top-0 sm:max-h-dvh sm:self-start sm:overflow-y-auto sm:py-5 print:hidden"
      >
        <ul className="flex gap-0.5 max-sm:py-2 sm:flex-col">
          <NavLine name="Overview" isHere={here === undefined} />
          {nouns.map(({ name, operations }) => (
            <NavLine key={name} name={name} noun={name} count={operations.length} isHere={here === name} />
          ))}
          <NavLine name="Shapes" noun={SHAPES} isHere={here === SHAPES} />
        </ul>
      </nav>
      <main className="min-w-0 py-5 text-base">{children}</main>
    </div>
  )
}

function NavLine({
  name,
  noun,
  count,
  isHere,
}: {
  name: string
  noun?: string
  count?: number
  isHere: boolean
}) {
  return (
    <li className="flex-none">
      <Link
        href={referenceLink(noun)}
        aria-current={isHere ? 'page' : undefined}
        className="flex min-h-7 items-center gap-3 rounded-sm px-2 text-sm text-ink-2 hover:bg-hover hover:text-ink aria-[current]:bg-surface aria-[current]:font-medium aria-[current]:text-ink aria-[current]:shadow-card pointer-coarse:min-h-11"
      >
        <span className="flex-1 first-letter:uppercase">{name}</span>
        {count !== undefined && <span className="num text-xs text-ink-3">{count}</span>}
      </Link>
    </li>
  )
}
