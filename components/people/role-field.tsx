import { SelectField } from '#components/ui/field.tsx'
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
    <SelectField
      label="Role"
      hint={SAYS[role]}
      value={role}
      onChange={(event) => onRole(ROLES.find((one) => one === event.target.value) ?? role)}
    >
      {ROLES.map((one) => (
        <option key={one} value={one}>
          {roleTitle(one)}
        </option>
      ))}
    </SelectField>
  )
}
