export type Settings = Record<string, string | undefined>

/** A way to sign in other than the password, for its button on the sign-in page. */
export type Provider = { id: 'gitlab' | 'oidc'; name: string }

/** The providers that the environment configures: each needs its address, an id and a secret. */
export function providers(env: Settings = process.env): Provider[] {
  const offered: Provider[] = []
  if (gitlabIsSet(env)) offered.push({ id: 'gitlab', name: 'GitLab' })
  if (oidcIsSet(env)) offered.push({ id: 'oidc', name: env.OIDC_NAME || 'single sign-on' })
  return offered
}

export const gitlabIsSet = (env: Settings): boolean =>
  Boolean(env.GITLAB_URL && env.GITLAB_CLIENT_ID && env.GITLAB_CLIENT_SECRET)

export const oidcIsSet = (env: Settings): boolean =>
  Boolean(env.OIDC_ISSUER && env.OIDC_CLIENT_ID && env.OIDC_CLIENT_SECRET)
