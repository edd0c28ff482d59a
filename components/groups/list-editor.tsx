'use client'

import { useId, useState } from 'react'

import type { Question, Values } from '#components/ui/popups/form-dialog.tsx'
import { useBusyChange } from '#components/changes/use-change.ts'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import { MenuButton } from '#components/ui/popups/menu.tsx'
import type { MenuEntry } from '#components/ui/popups/menu-entry.ts'
import { changeGroup } from '#lib/contract/groups.ts'
import type { SentTo } from '#lib/contract/endpoint.ts'

import { Panel } from '#components/ui/panel.tsx'

const FormDialog = lazyPopup(async () => (await import('#components/ui/popups/form-dialog.tsx')).FormDialog)

type Props = {
  group: string
  title: string
  /** What one line is, as in “Add a channel”. */
  noun: string
  /** The first names the line, and has to be said. */
  columns: readonly [Question, ...Question[]]
  lines: readonly Values[]
  ordered?: boolean
  reason: string | null
  /** The whole list, as it is sent. */
  toInput: (lines: readonly Values[]) => Omit<SentTo<typeof changeGroup>, 'group'>
}

/** A short list of the group's, edited line by line and sent whole. */
export function ListEditor({ group, title, noun, columns, lines, ordered = false, reason, toInput }: Props) {
  const { change, busy } = useBusyChange()
  const [editing, setEditing] = useState<number | null>(null)
  const [first] = columns
  const nameOf = (line: Values | undefined) => line?.[first.name] ?? ''
  const send = (next: readonly Values[], message: string) =>
    change({ endpoint: changeGroup, input: { group, ...toInput(next) }, message })
  const move = (at: number, to: number) => {
    const line = lines[at]
    if (line)
      void send(lines.toSpliced(at, 1).toSpliced(to, 0, line), `${nameOf(line)} is number ${to + 1} now.`)
  }
  const entries = (at: number): MenuEntry[] => [
    { kind: 'act', label: 'Edit…', act: () => setEditing(at) },
    ...(ordered ? moves(at, lines.length, (to) => move(at, to)) : []),
    {
      kind: 'act',
      label: 'Remove',
      act: () => void send(lines.toSpliced(at, 1), `Removed ${nameOf(lines[at])}.`),
    },
  ]
  return (
    <Panel
      id={useId()}
      title={title}
      action={
        !reason && (
          <Button onPointerEnter={FormDialog.ahead} onClick={() => setEditing(lines.length)}>
            Add {/^[aeiou]/.test(noun) ? 'an' : 'a'} {noun}
          </Button>
        )
      }
    >
      {lines.length === 0 && <p className="border-t border-line px-4 py-2.5 text-ink-3">Not set.</p>}
      <ul aria-label={title}>
        {lines.map((line, at) => (
          <li key={nameOf(line)} className="flex items-center gap-3 border-t border-line px-4 py-2">
            <p className="min-w-0 flex-1 text-pretty">
              <bdi className="font-medium wrap-anywhere">{nameOf(line)}</bdi>{' '}
              <span className="text-ink-2">
                {columns
                  .slice(1)
                  .map(({ name }) => line[name])
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </p>
            {!reason && (
              <MenuButton
                kind="quiet"
                size="icon-sm"
                menuLabel={nameOf(line)}
                aria-label={`Change ${nameOf(line)}`}
                entries={() => entries(at)}
              >
                <Icon name="more" />
              </MenuButton>
            )}
          </li>
        ))}
      </ul>
      {editing !== null && (
        <FormDialog
          title={lines[editing] ? `Edit ${nameOf(lines[editing])}` : `New ${noun}`}
          questions={columns}
          values={lines[editing] ?? {}}
          buttonLabel="Save"
          busy={busy}
          whyNot={(values) => whyNot(nameOf(values).trim(), lines.toSpliced(editing, 1).map(nameOf))}
          onSend={(values) => send(lines.toSpliced(editing, 1, trimmed(values)), `Saved ${nameOf(values)}.`)}
          onClose={() => setEditing(null)}
        />
      )}
    </Panel>
  )
}

function moves(at: number, of: number, go: (to: number) => void): MenuEntry[] {
  const [up, down] = [at === 0 ? 'Already first.' : null, at === of - 1 ? 'Already last.' : null]
  return [
    { kind: 'act', label: 'Move up', disabledReason: up, act: () => go(at - 1) },
    { kind: 'act', label: 'Move down', disabledReason: down, act: () => go(at + 1) },
  ]
}

function whyNot(name: string, others: readonly string[]): string | null {
  if (name === '') return 'Enter a name.'
  return others.includes(name) ? `“${name}” already exists.` : null
}

const trimmed = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value.trim()]))
