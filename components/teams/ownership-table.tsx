import { Owner } from './owner.tsx'
import type { Boundary } from './boundary-box.tsx'
import type { Team } from './team-box.tsx'

type Props = { teams: readonly Team[]; boundaries: readonly Boundary[] }

/** The map once more, as text: the same facts for who reads better than looks, and for paper. */
export function OwnershipTable({ teams, boundaries }: Props) {
  return (
    <div className="overflow-x-auto rounded-lg border border-line bg-surface">
      <table className="w-full min-w-2xl border-collapse text-left [&_td]:border-b [&_td]:border-line [&_td]:px-3 [&_td]:py-2 [&_td]:align-top [&_th]:border-b [&_th]:border-line [&_th]:px-3 [&_th]:py-2">
        <caption className="sr-only">Areas, owners and contacts</caption>
        <thead className="text-xs text-ink-3">
          <tr>
            <th scope="col" className="font-medium">
              Area
            </th>
            <th scope="col" className="font-medium">
              Owner
            </th>
            <th scope="col" className="font-medium">
              What it means
            </th>
            <th scope="col" className="font-medium">
              People
            </th>
          </tr>
        </thead>
        <tbody>
          {teams.flatMap((team) =>
            team.scope.map(({ name, description }) => (
              <tr key={`${team.slug} ${name}`}>
                <td dir="auto" className="font-medium">
                  {name}
                </td>
                <td dir="auto">{team.name}</td>
                <td className="text-ink-2">{description}</td>
                <td className="text-ink-2">{team.members.map((member) => member.name).join(', ')}</td>
              </tr>
            )),
          )}
          {boundaries.map(({ area, owner, ownerGroup, relationship, team }) => (
            <tr key={area}>
              <td className="font-medium">{area}</td>
              <td>
                <Owner name={owner} group={ownerGroup} /> <span className="text-ink-3">(not ours)</span>
              </td>
              <td className="text-ink-2">{relationship}</td>
              <td className="text-ink-2">
                {teams.find(({ slug }) => slug === team)?.name ?? ''}
                {team && ' is their counterpart'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
