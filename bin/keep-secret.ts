import { access, constants } from 'node:fs/promises'
import { join } from 'node:path'
import { authSecret } from '#app/_server/auth/secret.ts'
import { insistOnFolder } from '#db/embedded/home.ts'

/**
 * Draws the secret of the sign-ins at the start, unless it is given or kept already: whoever signs in first would find
 * out otherwise that it cannot be kept. Throws OperatorError for a folder that takes no file.
 */
export async function keepSecret(dataDir: string, given = process.env.AUTH_SECRET): Promise<void> {
  if (given || (await isReadable(join(dataDir, 'auth-secret')))) return
  await insistOnFolder(dataDir)
  await authSecret(dataDir, given)
}

const isReadable = (path: string) =>
  access(path, constants.R_OK).then(
    () => true,
    () => false,
  )
