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

/** A password that a person chooses, as long as the server asks for. */
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

/** What a person is called, and what others write to mention them. */
export const NewName = () => (
  <>
    <TextField label="Name" name="name" autoComplete="name" maxLength={120} required className={roomy} />
    <TextField
      label="Handle"
      name="handle"
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      pattern="[A-Za-z0-9][A-Za-z0-9._\-]*"
      title="Letters, digits, dots, underscores and hyphens"
      maxLength={64}
      hint="How others mention you: letters, digits, dots and hyphens."
      required
      className={roomy}
    />
  </>
)

/** The address that an invitation was sent for. */
export const InvitedAddress = ({ email }: { email: string }) => (
  <TextField
    label="E-mail address"
    type="email"
    autoComplete="username"
    value={email}
    readOnly
    hint="You sign in with it."
    className={`${roomy} bg-sunken`}
  />
)
