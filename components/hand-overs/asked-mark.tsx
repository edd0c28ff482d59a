import { Avatar } from '#components/ui/avatar.tsx'
import type { Face } from '#components/ui/avatar.tsx'
import { Icon } from '#components/ui/icon.tsx'

/** The person who is asked to take over, behind an arrow from the DRI: they have not accepted yet. */
export function AskedMark({ face }: { face: Face }) {
  const text = `hand-over to ${face.name} pending`
  return (
    <span data-tip={text} className="flex flex-none items-center text-warn">
      <span className="sr-only">{text}</span>
      <Icon name="right" className="-mx-0.5 size-3.5" />
      <Avatar face={face} as="supporting" size="sm" silent />
    </span>
  )
}
