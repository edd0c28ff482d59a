import { Avatar } from '#components/ui/avatar.tsx'
import { Icon } from '#components/ui/icon.tsx'
import type { Found } from '#lib/contract/search.ts'

import { KINDS, signOf } from './found-links.ts'

/** What was found, on one line, with a few words of its text below where they hold what was asked for. */
export function FoundLine({ found, long }: { found: Found; long?: boolean }) {
  const { kind, key, title, state, snippet } = found
  const sign = signOf(found)
  const shown = snippet.some(({ hit }) => hit) ? snippet : []
  return (
    <span className="flex min-w-0 flex-1 items-start gap-2.5">
      <span className="grid size-5 flex-none place-items-center text-ink-3">
        {kind === 'person' ? (
          <Avatar face={{ handle: key, name: title }} size="sm" silent />
        ) : (
          <Icon name={KINDS.find((one) => one.kind === kind)?.icon ?? 'list'} className="size-[15px]" />
        )}
      </span>
      <span className="min-w-0 flex-1">
        <span className="flex min-w-0 items-baseline gap-2">
          {sign && <span className="num flex-none text-xs text-ink-3">{sign}</span>}
          <span dir="auto" className={long ? 'min-w-0 font-medium text-pretty' : 'min-w-0 truncate'}>
            {title}
          </span>
          {kind === 'person' && <span className="text-xs text-ink-3">@{key}</span>}
          {state === 'closed' && <span className="flex-none text-2xs text-ink-3">closed</span>}
        </span>
        {shown.length > 0 && (
          <span dir="auto" className={`block text-xs text-ink-2 ${long ? 'text-pretty' : 'truncate'}`}>
            {shown.map(({ text, hit }, at) =>
              hit ? (
                <mark key={`${at} ${text}`} className="rounded-xs bg-accent-soft text-ink">
                  {text}
                </mark>
              ) : (
                text
              ),
            )}
          </span>
        )}
      </span>
    </span>
  )
}
