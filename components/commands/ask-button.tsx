'use client'

import { useId } from 'react'

import { Button } from '#components/ui/button.tsx'
import type { ButtonProps } from '#components/ui/button.tsx'
import { Menu } from '#components/ui/popups/menu.tsx'
import { useStore } from '#components/ui/store.ts'

import { askAbout, questions } from './command-target.ts'
import type { What } from './issue-commands.ts'

type Props = Omit<ButtonProps, 'onClick'> & {
  refs: () => readonly number[]
  what: What
  opens: 'menu' | 'dialog'
}

/** Asks what a key would ask, and the answer opens at the button; a second press puts it away. */
export function AskButton({ refs, what, opens, ...button }: Props) {
  const id = useId()
  const isOpen = useStore(questions, ({ asked }) => asked?.anchor.dataset['ask'] === id)
  return (
    <Button
      {...button}
      data-ask={id}
      aria-haspopup={opens}
      {...(opens === 'menu' ? { 'aria-expanded': isOpen } : {})}
      onPointerEnter={Menu.ahead}
      onFocus={Menu.ahead}
      onClick={({ currentTarget }) =>
        isOpen ? questions.set({ asked: null }) : askAbout(refs(), what, currentTarget)
      }
    />
  )
}
