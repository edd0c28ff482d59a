import { ChoiceField } from '#components/ui/popups/choice-field.tsx'
import { ROLES } from '#lib/domain/permissions.ts'
import type { Role } from '#lib/domain/permissions.ts'
import { roleTitle } from '#lib/domain/roles.ts'

/** What each role is for, in a line. */
const SAYS: Record<Role, string> = {
  em: 'Sets Deliverables, assigns, closes milestones, and gives roles.',
  pm: 'Orders the planning board and keeps the boards.',
  engineer: 'Drives issues, weighs them, and moves cards.',
  staff_engineer: 'An engineer of the whole group, across its teams.',
  counterpart: 'Sees everything, also what is confidential, and comments.',
  stakeholder: 'Sees boards, ownership and Say/Do, and comments.',
}

export function RoleField({ role, onRole }: { role: Role; onRole: (role: Role) => void }) {
  return (
    <ChoiceField
      label="Role"
      hint={SAYS[role]}
      value={role}
      onValue={(value) => onRole(ROLES.find((one) => one === value) ?? role)}
      choices={ROLES.map((one) => ({ value: one, label: roleTitle(one) }))}
    />
  )
}
