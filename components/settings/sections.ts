import { may } from '#lib/domain/permissions.ts'
import type { Actor } from '#lib/domain/permissions.ts'

type Room = { slug: string; name: string }
type Section = { title: string; rooms: readonly Room[] }

/** What can be set, for the group and for oneself. Rooms that a person may see and not change say so inside. */
export function sections(actor: Actor, sample: boolean): Section[] {
  const sampleSection: Room[] = sample ? [{ slug: 'sample', name: 'Sample data' }] : []
  const invitations: Room[] = may(actor, 'member.edit') ? [{ slug: 'invitations', name: 'Invitations' }] : []
  const shares: Room[] = may(actor, 'share.revoke') ? [{ slug: 'shares', name: 'Public links' }] : []
  return [
    {
      title: 'Group',
      rooms: [
        { slug: 'group', name: 'Group' },
        { slug: 'people', name: 'People and roles' },
        ...invitations,
        { slug: 'teams', name: 'Teams and boundaries' },
        { slug: 'boards', name: 'Boards' },
        { slug: 'milestones', name: 'Milestones' },
        { slug: 'labels', name: 'Labels' },
        { slug: 'templates', name: 'Issue templates' },
        ...shares,
        { slug: 'audit', name: 'Audit log' },
        ...sampleSection,
      ],
    },
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
