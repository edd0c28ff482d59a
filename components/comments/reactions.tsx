'use client'

import { Icon } from '#components/ui/icon.tsx'
import { MenuButton } from '#components/ui/popups/menu.tsx'
import type { Issue } from '#lib/contract/issues.ts'
import { REACTIONS } from '#lib/domain/comments.ts'

type React = { has: (emoji: string) => boolean; toggle: (emoji: string) => void }

type Props = {
  reactions: Issue['comments'][number]['reactions']
  nameOf: (handle: string) => string
  react: React
}

/** Who answered with an emoji. One's own is pressed, and comes off when it is pressed again. */
export function Reactions({ reactions, nameOf, react }: Props) {
  if (reactions.length === 0) return null
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      {reactions.map(({ emoji, people }) => {
        const names = people.map(nameOf).join(', ')
        return (
          <button
            key={emoji}
            type="button"
            aria-pressed={react.has(emoji)}
            aria-label={`${emoji} ${people.length}: ${names}`}
            data-tip={names}
            className="tap num inline-flex min-h-6 items-center gap-1 rounded-full border border-line px-2 text-xs hover:bg-hover aria-pressed:border-accent aria-pressed:bg-accent-soft pointer-coarse:min-h-8"
            onClick={() => react.toggle(emoji)}
          >
            <span aria-hidden="true" className="text-sm">
              {emoji}
            </span>
            {people.length}
          </button>
        )
      })}
    </div>
  )
}

export function AddReaction({ react, why }: { react: React; why: string | undefined }) {
  return (
    <MenuButton
      kind="quiet"
      size="icon-sm"
      aria-label="Add a reaction"
      tip="Add a reaction"
      menuLabel="Reaction"
      disabledReason={why}
      className="no-print"
      entries={() =>
        REACTIONS.map(({ emoji, name }) => ({
          kind: 'act' as const,
          label: name,
          icon: <span aria-hidden="true">{emoji}</span>,
          checked: react.has(emoji),
          act: () => react.toggle(emoji),
        }))
      }
    >
      <Icon name="smile" />
    </MenuButton>
  )
}
