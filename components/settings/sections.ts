type Section = { title: string; rooms: readonly { slug: string; name: string }[] }

/** What can be set, for the group and for oneself. */
export function sections(): Section[] {
  return [
    {
      title: 'You',
      rooms: [
        { slug: 'appearance', name: 'Appearance' },
        { slug: 'tokens', name: 'Access tokens' },
        { slug: 'sessions', name: 'Sessions' },
      ],
    },
  ]
}
