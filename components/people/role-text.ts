import type { OutputOf } from '#lib/contract/endpoint.ts'
import type { listPeople } from '#lib/contract/people.ts'
import { roleTitle } from '#lib/domain/roles.ts'

type Person = Pick<OutputOf<typeof listPeople>['items'][number], 'roles' | 'titles' | 'acting'>

/** “Engineering manager (acting) · Principal Product Manager”; a title that only says the role again is left out. */
export function rolesText({ roles, titles, acting }: Person): string {
  const held = roles.map((role) => `${capital(roleTitle(role))}${role === 'em' && acting ? ' (acting)' : ''}`)
  const others = titles.filter((title) => !roles.some((role) => roleTitle(role) === title.toLowerCase()))
  return [...held, ...others].join(' · ')
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
