'use client'

import { useSearchParams } from 'next/navigation'

import { Narrow } from './narrow.tsx'

type Props = { teams: readonly { slug: string; name: string }[]; types: readonly string[] }

/** To one functional team, and to one type of work. There is no filter per person. */
export function Narrows({ teams, types }: Props) {
  const query = useSearchParams()
  return (
    <>
      <Narrow
        name="team"
        menuLabel="Functional team"
        all="All teams"
        chosen={query.get('team')}
        choices={teams.map(({ slug, name }) => ({ value: slug, label: name }))}
      />
      <Narrow
        name="type"
        menuLabel="Type of work"
        all="All types"
        chosen={query.get('type')}
        choices={types.map((type) => ({ value: type, label: type }))}
      />
    </>
  )
}
