import { gitlabIsSet, oidcIsSet, type Settings } from '../auth/providers.ts'

/**
 * Whether the operator means a target that lies inside: a provider's own address as it is configured, to the port, or a
 * host that OUTBOUND_HOSTS names, at any port.
 */
export function isAllowed(url: URL, env: Settings = process.env): boolean {
  const meant = [oidcIsSet(env) ? env.OIDC_ISSUER : '', gitlabIsSet(env) ? env.GITLAB_URL : '']
  if (meant.some((one) => one && URL.canParse(one) && new URL(one).origin === url.origin)) return true
  const hosts = (env.OUTBOUND_HOSTS ?? '').split(',').map((host) => host.trim().toLowerCase())
  return hosts.includes(url.hostname)
}
