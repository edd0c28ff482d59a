import type { Refusal } from '#lib/kit/refusal.ts'

export const [LEAST_DAYS_PER_WEIGHT, MOST_DAYS_PER_WEIGHT] = [0.1, 20]
/** A person closes no more than they have days for, and less because other work comes in between. */
export const [LEAST_FOCUS, MOST_FOCUS] = [0.01, 1]

/** First parts of addresses that are pages of the product itself. */
const TAKEN: ReadonlySet<string> = new Set([
  'api',
  'first-run',
  'invitation',
  'organisation',
  'share',
  'sign-in',
])

/** The address of a group, from its name: small letters, digits and hyphens. */
export const groupSlug = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '')

export function whyNotGroupSlug(slug: string): Refusal | null {
  if (slug === '') {
    return { code: 'address_missing', because: 'Enter a name with letters or digits, for the address.' }
  }
  if (!TAKEN.has(slug)) return null
  return { code: 'address_taken', because: `“${slug}” is reserved. Choose another name.` }
}

/** A channel has one purpose. */
export function whyNotChannels(channels: readonly { name: string }[]): Refusal | null {
  const names = channels.map(({ name }) => name)
  const twice = names.find((name, at) => names.indexOf(name) < at)
  return twice === undefined
    ? null
    : { code: 'channel_twice', because: `“${twice}” already exists. Edit it, or choose another title.` }
}
