'use client'

import { useGroup, useMe } from '#components/shell/use-group.ts'
import { Avatar } from '#components/ui/avatar.tsx'
import { Note } from '#components/ui/tag.tsx'
import type { WeekOfUpdates } from '#lib/contract/updates.ts'

import { personText, postedText } from '../update-text.ts'

type Props = {
  group: string
  week: Pick<WeekOfUpdates, 'people'>
  /** “2 of 3 ready”, of the reader. */
  ready: string
}

const ORDER = ['owes', 'posted', 'away']

/** Who drives active work, and whether their update is there: the reader first, then those who owe one. */
export function OwePanel({ group, week: { people }, ready }: Props) {
  const me = useMe().handle
  const { zone, today } = useGroup(group)
  const place = ({ handle, standing }: (typeof people)[number]) =>
    handle === me ? -1 : ORDER.indexOf(standing)
  return (
    <section aria-labelledby="owes" className="flex-none rounded-lg border border-line bg-surface">
      <header className="flex min-h-[42px] items-center gap-2 border-b border-line px-3.5 py-1.5">
        <h2 id="owes" className="flex-1 text-sm font-semibold">
          Who owes an update
        </h2>
        <span className="num text-xs text-ink-3">{postedText(people)}</span>
      </header>
      {people.length === 0 ? (
        <p className="px-3.5 py-2.5 text-ink-3">No DRI has active work this week.</p>
      ) : (
        <ul aria-label="People" className="px-3.5 pt-1 pb-2.5">
          {people
            .toSorted((one, other) => place(one) - place(other))
            .map((person) => {
              const isMe = person.handle === me
              const said = personText(person, { zone, today })
              const text = isMe && person.standing === 'owes' && ready !== '' ? `owes, ${ready}` : said
              return (
                <li key={person.handle} className="flex min-h-[30px] items-center gap-[9px]">
                  <Avatar face={person} size="sm" silent />
                  <span className="min-w-0 flex-1 truncate">{isMe ? 'You' : <bdi>{person.name}</bdi>}</span>
                  {person.standing === 'owes' ? (
                    <Note tone="warn">
                      <span className="num">{text}</span>
                    </Note>
                  ) : (
                    <span className="num text-xs text-ink-3">{text}</span>
                  )}
                </li>
              )
            })}
        </ul>
      )}
    </section>
  )
}
