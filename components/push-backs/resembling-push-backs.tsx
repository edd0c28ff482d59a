'use client'

import { useResembling } from '#components/ui/hooks/use-resembling.ts'
import { resemblingPushBacks } from '#lib/contract/push-backs.ts'
import { pushBacksLink } from '#lib/kit/links.ts'

import { signOf } from './push-back-text.ts'
import { StateMark } from './state-mark.tsx'

/** Who asks for what was pushed back before reads why, while they write. */
export function ResemblingPushBacks({ group, title }: { group: string; title: string }) {
  const items = useResembling(resemblingPushBacks, title, (asked) => ({ group, title: asked }))?.items ?? []
  return (
    <>
      <span aria-live="polite" className="sr-only">
        {countText(items.length)}
      </span>
      {items.length > 0 && (
        <section
          aria-label="Push-backs on work like this"
          className="-mt-1 rounded-sm bg-warn-soft px-2.5 py-1.5"
        >
          <h3 className="pb-0.5 text-xs font-medium text-warn">Pushed back before</h3>
          <ul className="flex flex-col gap-1.5">
            {items.map(({ id, reason, state, subject }) => (
              <li key={id} className="flex items-start gap-2">
                <a
                  href={pushBacksLink(group, id)}
                  target="_blank"
                  rel="noreferrer"
                  className="tap min-h-6 min-w-0 flex-1 rounded-xs hover:underline"
                >
                  <q className="line-clamp-2 text-pretty wrap-anywhere">{reason}</q>
                  <span className="block truncate text-xs text-ink-2">
                    {subject.kind === 'milestone' ? 'Plan of ' : `${signOf(subject)} `}
                    <bdi>{subject.title}</bdi>
                  </span>
                </a>
                <StateMark state={state} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

const countText = (count: number) =>
  count === 0
    ? ''
    : `${count} ${count === 1 ? 'push-back was' : 'push-backs were'} recorded on work like this.`
