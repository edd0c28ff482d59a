import type { ReactNode } from 'react'
import { TextField } from '#components/ui/field.tsx'

export const panel = 'rounded-lg border border-line bg-surface shadow-card'

/** The one button of a form, and its twins: as wide as the form. */
export const wide = 'h-9 w-full justify-center pointer-coarse:h-11'

export const roomy = 'h-9 pointer-coarse:h-11'

/** Why it did not work. The place is there from the start, so that screen readers hear when it is filled. */
export function Because({ children }: { children: ReactNode }) {
  return (
    <p role="alert" className="text-sm font-medium text-pretty text-bad empty:hidden">
      {children}
    </p>
  )
}

/** A password that somebody chooses, as long as the server asks for. */
export const NewPassword = () => (
  <TextField
    label="Password"
    name="password"
    type="password"
    autoComplete="new-password"
    minLength={12}
    maxLength={200}
    hint="At least 12 characters."
    required
    className={roomy}
  />
)
