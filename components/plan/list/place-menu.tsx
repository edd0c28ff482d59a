'use client'

import { Menu } from '#components/ui/popups/menu.tsx'

type Props = {
  issue: number
  anchor: HTMLElement
  onStep: (step: -1 | 1) => void
  onTop: () => void
  onClose: () => void
}

/** The PM order without dragging: for fingers, and for those who do not drag. */
export const PlaceMenu = ({ issue, anchor, onStep, onTop, onClose }: Props) => (
  <Menu
    anchor={anchor}
    label={`Place of #${issue}`}
    entries={() => [
      { kind: 'heading', label: `#${issue} in the PM order` },
      { kind: 'act', label: 'Move to the top', act: onTop },
      { kind: 'act', label: 'Move up', hint: 'Alt ↑', act: () => onStep(-1) },
      { kind: 'act', label: 'Move down', hint: 'Alt ↓', act: () => onStep(1) },
    ]}
    onClose={onClose}
  />
)
