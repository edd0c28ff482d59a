'use client'

import { useMe } from '#components/shell/use-group.ts'
import { CheckField } from '#components/ui/check.tsx'
import { may } from '#lib/domain/permissions.ts'

export type OtherGroup = { slug: string; name: string }

/** The other groups in which the reader has time off: each plans with what is entered in it. */
export const useOtherGroups = (group: string): OtherGroup[] =>
  useMe().groups.filter(({ slug, roles }) => slug !== group && may({ roles, admin: false }, 'pto.own'))

type Props = {
  groups: readonly OtherGroup[]
  chosen: readonly string[]
  onChosen: (chosen: readonly string[]) => void
}

/** Time off is entered once for each group; here for several at once. */
export function AlsoIn({ groups, chosen, onChosen }: Props) {
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="mb-1 text-ink-2">Each group plans with its own time off. Add it as well in</legend>
      {groups.map(({ slug, name }) => (
        <CheckField
          key={slug}
          checked={chosen.includes(slug)}
          onCheck={(checked) => onChosen(checked ? [...chosen, slug] : chosen.filter((one) => one !== slug))}
        >
          <bdi>{name}</bdi>
        </CheckField>
      ))}
    </fieldset>
  )
}
