'use client'

import { useQuery } from '@tanstack/react-query'

import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { MenuButton } from '#components/ui/popups/menu.tsx'
import type { Priority } from '#lib/contract/planning-issue.ts'
import { listTeams } from '#lib/contract/teams.ts'
import { reading } from '#lib/http/query.ts'

import { markOf } from './priority-finder.tsx'

export type Line = Priority & { title: string }

type Props = {
  group: string
  line: Line
  /** Its place, from 0. */
  at: number
  count: number
  onChange: (line: Line) => void
  onPlace: (to: number) => void
  onRemove: () => void
}

export function PriorityLine({ group, line, at, count, onChange, onPlace, onRemove }: Props) {
  const teams = useQuery(reading(listTeams, { group })).data?.items ?? []
  const mark = markOf(line)
  const chosen = teams.filter(({ slug }) => line.teams.includes(slug))
  const text = chosen.map(({ name }) => name).join(', ') || 'Teams of the work'
  return (
    <li className="flex flex-col gap-2 rounded-lg border border-line px-3 py-2">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="num w-5 flex-none text-right text-ink-3">{at + 1}</span>
        <span className="num flex-none text-ink-3">{mark}</span>
        <span dir="auto" className="min-w-0 flex-1 basis-40 font-medium text-pretty">
          {line.title}
        </span>
        <MenuButton
          size="sm"
          menuLabel={`Teams of ${mark}`}
          aria-label={`Teams of ${mark}: ${text}`}
          entries={() =>
            teams.map(({ slug, name }) => ({
              kind: 'act' as const,
              label: name,
              checked: line.teams.includes(slug),
              stay: true,
              act: () =>
                onChange({
                  ...line,
                  teams: line.teams.includes(slug)
                    ? line.teams.filter((team) => team !== slug)
                    : [...line.teams, slug],
                }),
            }))
          }
        >
          <span className="max-w-48 truncate">{text}</span>
        </MenuButton>
        <Button
          kind="quiet"
          size="icon-sm"
          aria-label={`Move ${mark} up`}
          disabledReason={at === 0 ? 'It is the first.' : null}
          onClick={() => onPlace(at - 1)}
        >
          <Icon name="up" />
        </Button>
        <Button
          kind="quiet"
          size="icon-sm"
          aria-label={`Move ${mark} down`}
          disabledReason={at === count - 1 ? 'It is the last.' : null}
          onClick={() => onPlace(at + 1)}
        >
          <Icon name="up" className="rotate-180" />
        </Button>
        <Button kind="quiet" size="icon-sm" aria-label={`Remove ${mark}`} onClick={onRemove}>
          <Icon name="close" />
        </Button>
      </div>
      <TextField
        label={`Goal of ${mark}`}
        placeholder="One sentence"
        maxLength={500}
        value={line.goal}
        onChange={({ target }) => onChange({ ...line, goal: target.value })}
      />
    </li>
  )
}
