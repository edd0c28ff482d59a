import type { Issue } from '#lib/contract/issues.ts'

type Reactions = Issue['comments'][number]['reactions']

/** The reactions after a person put an emoji there or took theirs off; an emoji without a person is gone. */
export function withReaction(reactions: Reactions, emoji: string, person: string, on: boolean): Reactions {
  const held = reactions.find((one) => one.emoji === emoji)
  const people = (held?.people ?? []).filter((one) => one !== person)
  const next = { emoji, people: on ? [...people, person] : people }
  const all = held ? reactions.map((one) => (one === held ? next : one)) : [...reactions, next]
  return all.filter((one) => one.people.length > 0)
}
