import { Avatar } from '#components/ui/avatar.tsx'
import type { Face } from '#components/ui/avatar.tsx'

/** People to choose one from, each with their face; the reader is told which one is theirs. */
export const peopleChoices = (people: readonly Face[], me: string | null = null) =>
  people.map(({ handle, name }) => ({
    value: handle,
    label: handle === me ? `${name} (me)` : name,
    icon: <Avatar face={{ handle, name }} size="sm" silent />,
  }))
