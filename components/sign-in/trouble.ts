const SENTENCES: Record<string, string> = {
  signup_disabled: 'Nobody here has that e-mail address. Ask your engineering manager to add you.',
  account_not_linked: 'Your e-mail address is not confirmed over there. Confirm it, then try again.',
  email_not_found: 'The other side did not say what your e-mail address is.',
  access_denied: 'Signing in was called off.',
}

/** Why a provider sent somebody back without a session; the code is part of the address that it sent them to. */
export function troubleOf(code: unknown): string | null {
  if (typeof code !== 'string' || code === '') return null
  return SENTENCES[code] ?? 'Signing in did not work. Try again.'
}
