type Own = { origin: string; group: string; boards: readonly { slug: string; title: string }[] }

/**
 * What people would write for an address of their own group: `#12`, `&3`, or a link with words on a comment or a board;
 * null leaves the address as it is.
 */
export function shortAddress(address: string, { origin, group, boards }: Own): string | null {
  if (!URL.canParse(address)) return null
  const { origin: at, pathname, search, hash } = new URL(address)
  if (at !== origin) return null
  const [, where, noun, name = '', ...rest] = pathname.replace(/\/$/, '').split('/')
  if (where !== encodeURIComponent(group) || rest.length > 0) return null
  if (noun === 'boards' && hash === '') {
    const board = boards.find(({ slug }) => slug === decodeURIComponent(name))
    return board ? linked(`${board.title} board`, address) : null
  }
  if (!/^[1-9]\d{0,8}$/.test(name) || search !== '') return null
  if (noun === 'epics' && hash === '') return `&${name}`
  if (noun !== 'issues') return null
  if (/^#comment-\d+$/.test(hash)) return linked(`a comment on #${name}`, address)
  return hash === '' ? `#${name}` : null
}

const linked = (label: string, address: string) =>
  `[${label.replaceAll(/[[\]]/g, '')}](${address.replaceAll('(', '%28').replaceAll(')', '%29')})`
