import type { NewMember } from '../../commands/people.ts'

/** Handbook › How we're organised, and Stable Counterparts: public roles, and nothing else that is known of a person. */
export const PEOPLE: readonly NewMember[] = [
  {
    ...person('mohamed', 'Mohamed Hamda'),
    roles: [
      { role: 'em', title: 'Engineering Manager', acting: true },
      { role: 'engineer', title: 'Backend Engineer, AI-Powered:Custom Models' },
    ],
  },
  { ...person('manoj', 'Manoj M J'), roles: [{ role: 'staff_engineer', title: 'Staff Engineer' }] },
  { ...person('julie', 'Julie Huang'), roles: [{ role: 'engineer' }] },
  { ...person('cindy', 'Cindy Halim'), roles: [{ role: 'engineer' }] },
  { ...person('newick', 'Newick Lee'), roles: [{ role: 'engineer' }] },
  { ...person('patrick', 'Patrick Cyiza'), roles: [{ role: 'engineer' }] },
  {
    ...person('jordan', 'Jordan Janes'),
    roles: [{ role: 'pm', title: 'Principal Product Manager' }, { role: 'counterpart' }],
  },
]

/** An address of the reserved domain that reaches nobody, until the person signs in with their own. */
function person(handle: string, name: string) {
  return { handle, name, email: `${handle}@saydo.invalid` }
}
