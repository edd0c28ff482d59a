import { genericOAuth } from 'better-auth/plugins/generic-oauth'
import { gitlabIsSet, oidcIsSet, type Settings } from './providers.ts'

/**
 * GitLab's own user document shows the primary address and when it was confirmed. Nobody registers here: a stranger is
 * turned away; a person of ours is known by their confirmed address the first time, by their GitLab id from then on.
 */
export function gitlab(env: Settings) {
  if (!gitlabIsSet(env)) return {}
  return {
    gitlab: {
      issuer: env.GITLAB_URL,
      clientId: env.GITLAB_CLIENT_ID ?? '',
      clientSecret: env.GITLAB_CLIENT_SECRET ?? '',
      disableSignUp: true,
      mapProfileToUser: (profile: object) => ({
        emailVerified: 'confirmed_at' in profile && Boolean(profile.confirmed_at),
      }),
    },
  }
}

/** Any OpenID Connect provider, by its discovery document. It has to call the address verified. */
export function oidc(env: Settings) {
  if (!oidcIsSet(env)) return []
  const issuer = (env.OIDC_ISSUER ?? '').replace(/\/+$/, '')
  const provider = {
    providerId: 'oidc',
    discoveryUrl: `${issuer}/.well-known/openid-configuration`,
    clientId: env.OIDC_CLIENT_ID ?? '',
    clientSecret: env.OIDC_CLIENT_SECRET ?? '',
    scopes: ['openid', 'profile', 'email'],
    requireIdTokenVerification: true,
    disableSignUp: true,
  }
  return [genericOAuth({ config: [provider] })]
}
