'use client'

import { useState } from 'react'

import { useBusyChange } from '#components/changes/use-change.ts'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import { MenuButton } from '#components/ui/popups/menu.tsx'
import type { MenuEntry } from '#components/ui/popups/menu-entry.ts'
import { moveScopeArea, removeScopeArea } from '#lib/contract/teams.ts'

import type { Team } from './team-box.tsx'

const ScopeDialog = lazyPopup(async () => (await import('./scope-dialog.tsx')).ScopeDialog)
const AskDialog = lazyPopup(async () => (await import('#components/ui/popups/ask-dialog.tsx')).AskDialog)

type Area = Team['scope'][number]
type Props = { group: string; team: Team; reason: string | null }

/** What the team owns, in the order of the handbook. */
export function ScopeList({ group, team, reason }: Props) {
  const { change, busy } = useBusyChange()
  const [editing, setEditing] = useState<Area | 'new' | null>(null)
  const [doomed, setDoomed] = useState<Area | null>(null)
  const { scope } = team
  const move = (at: number, to: number) => {
    const [area, others] = [scope[at], scope.toSpliced(at, 1)]
    if (!area) return
    const input = { group, team: team.slug, area: area.id, before: others[to]?.id ?? null }
    void change({
      endpoint: moveScopeArea,
      input,
      message: `${area.name} is number ${to + 1} of the scope now.`,
    })
  }
  const entries = (area: Area, at: number): MenuEntry[] => [
    { kind: 'act', label: 'Edit…', act: () => setEditing(area) },
    {
      kind: 'act',
      label: 'Move up',
      disabledReason: at === 0 ? 'Already first.' : null,
      act: () => move(at, at - 1),
    },
    {
      kind: 'act',
      label: 'Move down',
      disabledReason: at === scope.length - 1 ? 'Already last.' : null,
      act: () => move(at, at + 1),
    },
    { kind: 'act', label: 'Remove…', act: () => setDoomed(area) },
  ]
  return (
    <div className="border-t border-line px-4 py-2.5">
      <div className="flex items-center gap-2 pb-1">
        <h3 className="flex-1 text-xs text-ink-2">Scope</h3>
        {!reason && (
          <Button
            kind="quiet"
            size="sm"
            aria-label={`Add an area to ${team.name}`}
            onPointerEnter={ScopeDialog.ahead}
            onClick={() => setEditing('new')}
          >
            Add an area
          </Button>
        )}
      </div>
      {scope.length === 0 && <p className="text-ink-3">No areas yet. Add what the team owns.</p>}
      <ol aria-label={`Scope of ${team.name}`}>
        {scope.map((area, at) => (
          <li key={area.id} className="flex items-center gap-2 py-1">
            <p className="min-w-0 flex-1 text-pretty">
              <span dir="auto" className="font-medium">
                {area.name}
              </span>{' '}
              <span className="text-ink-2">{area.description}</span>
            </p>
            {!reason && (
              <MenuButton
                kind="quiet"
                size="icon-sm"
                menuLabel={area.name}
                aria-label={`Change ${area.name}`}
                entries={() => entries(area, at)}
              >
                <Icon name="more" />
              </MenuButton>
            )}
          </li>
        ))}
      </ol>
      {editing && (
        <ScopeDialog
          group={group}
          team={team}
          area={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
      {doomed && (
        <AskDialog
          title={`Remove ${doomed.name} from the scope?`}
          description={`${team.name} no longer owns it. The history keeps the entry.`}
          buttonLabel="Remove"
          busy={busy}
          onDo={() =>
            change({
              endpoint: removeScopeArea,
              input: { group, team: team.slug, area: doomed.id },
              message: `${doomed.name} is no longer in the scope of ${team.name}.`,
            })
          }
          onClose={() => setDoomed(null)}
        />
      )}
    </div>
  )
}
