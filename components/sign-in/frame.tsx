import type { ReactNode } from 'react'

/** The calm page before signing in: what this is, one thing to do. */
export function SignInFrame({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  return (
    <main className="mx-auto grid min-h-dvh w-full max-w-[400px] content-center gap-5 px-5 py-10">
      <header className="grid gap-1.5">
        <p className="mb-3 flex items-center gap-2 text-base font-semibold">
          <span
            aria-hidden="true"
            className="grid size-[26px] place-items-center rounded-sm bg-accent text-sm font-semibold text-on-accent"
          >
            S
          </span>
          Saydo
        </p>
        <h1 className="text-xl font-semibold tracking-[-0.012em]">{title}</h1>
        <p className="text-base text-ink-2 text-pretty">{lead}</p>
      </header>
      {children}
    </main>
  )
}
