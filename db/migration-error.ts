import { codeOf, OperatorError } from './embedded/operator-error.ts'

/** What kept the schema from being changed, where the person who starts Saydo can put it right; else the error itself. */
export function whyNotMigrated(error: unknown): unknown {
  const cause = innermost(error)
  const code = codeOf(cause)
  const text = cause instanceof Error ? cause.message : String(cause)
  const [, extension] = /^extension "([\w-]+)" is not available/.exec(text) ?? []
  if (extension && code === '0A000') {
    return new OperatorError(
      `PostgreSQL has no extension ${extension}; install its contrib package (postgresql-contrib) on that server, and start again.`,
    )
  }
  if (code === '42501') {
    return new OperatorError(
      `The user of DATABASE_URL may not change the schema (${text}); make it the owner of the database, and start again.`,
    )
  }
  if (code === '25006') {
    return new OperatorError(
      'The database takes no writes, so its schema cannot be updated; set DATABASE_URL to the primary server.',
    )
  }
  if (code === '53100')
    return new OperatorError('The disk of the database is full; free some space, and start again.')
  return error
}

/** What runs the migrations wraps the words of the database in its own. */
function innermost(error: unknown): unknown {
  return error instanceof Error && error.cause !== undefined ? innermost(error.cause) : error
}
