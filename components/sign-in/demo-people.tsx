'use client'

import { Avatar } from '#components/ui/avatar.tsx'
import { Because, panel } from './parts.tsx'
import { roleText } from './role-text.ts'
import { useSending } from './use-sending.ts'

type Person = Parameters<typeof roleText>[0] & { handle: string; name: string }

/** One click each: the demo has no passwords, so a name is enough. */
export function DemoPeople({ people, next }: { people: readonly Person[]; next: string }) {
  const { busy, because, start } = useSending()
  const enter = (person: string) => start(person, '/api/v1/demo/sign-in', { person }, () => next)

  return (
    <div className="grid gap-2.5">
      <ul aria-label="People to sign in as" className={`${panel} divide-y divide-line overflow-hidden`}>
        {people.map(({ handle, name, ...facts }) => (
          <li key={handle}>
            <button
              type="button"
              disabled={busy !== null}
              aria-busy={busy === handle}
              onClick={() => enter(handle)}
              className="flex min-h-[52px] w-full items-center gap-3 px-3.5 py-1.5 text-left outline-offset-[-3px] transition-colors duration-75 enabled:hover:bg-hover disabled:opacity-50 aria-busy:bg-hover aria-busy:opacity-100"
            >
              <Avatar face={{ handle, name }} size="lg" silent />
              <span className="grid min-w-0 flex-1">
                <span dir="auto" className="truncate text-base font-medium">
                  {name}
                </span>
                <span className="text-xs text-pretty text-ink-2">
                  {busy === handle ? 'Signing in…' : roleText(facts)}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <Because>{because}</Because>
    </div>
  )
}
