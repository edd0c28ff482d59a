/**
 * Something that the person who starts Saydo can put right: a folder, a port, a variable.
 * The message is one sentence that names the remedy, and is all that is printed: no stack, exit code 1.
 */
export class OperatorError extends Error {
  override readonly name = 'OperatorError'
}

/** The `code` of a system or database error ('ENOENT', '57P03', …), or '' when there is none. */
export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return ''
  return String(error.code)
}
