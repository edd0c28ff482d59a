import { Avatar } from '#components/ui/avatar.tsx'
import type { Face } from '#components/ui/avatar.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { HueMark, TypeMark } from '#components/ui/mark.tsx'
import { STATES } from '#lib/domain/workflow.ts'
import type { State } from '#lib/domain/workflow.ts'

/** A person by their face, wherever people are chosen from. */
export const faceIcon = ({ handle, name }: Face) => <Avatar face={{ handle, name }} size="sm" silent />

export const typeIcon = (type: string | null) => <TypeMark type={type} />

export const labelIcon = (hue: number) => <HueMark hue={hue} />

/** A ring that fills as the work goes on; blocked work is no step on that way. */
export function stateIcon(state: State) {
  if (state === 'blocked') return <Icon name="blocked" className="size-3.5 text-bad" />
  const way = STATES.filter((one) => one !== 'blocked')
  const part = way.indexOf(state) / Math.max(1, way.length - 1)
  return (
    <svg viewBox="0 0 14 14" aria-hidden="true" className="size-3.5 flex-none fill-none stroke-accent">
      <circle cx="7" cy="7" r="5.5" strokeWidth="1.5" strokeDasharray={part === 0 ? '2 1.6' : undefined} />
      <circle
        cx="7"
        cy="7"
        r="2"
        strokeWidth="4"
        pathLength="100"
        strokeDasharray={`${part * 100} 100`}
        transform="rotate(-90 7 7)"
      />
    </svg>
  )
}
