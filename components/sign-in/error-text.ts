const SENTENCES: Record<string, string> = {
  signup_disabled: 'No account has this e-mail address. Ask your engineering manager to add you.',
  account_not_linked:
    'Your e-mail address is not confirmed at the sign-in provider. Confirm it, then try again.',
  email_not_found: 'The sign-in provider did not send your e-mail address. Check your account there.',
  access_denied: 'Sign-in was canceled.',
}

/** Why a provider sent a person back without a session; the code is in the address that it sent them to. */
export function errorTextOf(code: unknown): string | null {
  if (typeof code !== 'string' || code === '') return null
  return SENTENCES[code] ?? 'Sign-in failed. Try again.'
}
