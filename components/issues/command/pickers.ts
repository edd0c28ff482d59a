import { dayMonth } from '#components/ui/days/days.ts'
import type { MenuEntry } from '#components/ui/popups/menu-entry.ts'
import { askAbout } from '#components/commands/command-target.ts'
import type { Option } from '#components/issues/facts/look.tsx'
import { LOOKS } from '#components/issues/facts/looks.ts'
import type { FactName } from '#lib/domain/facts/names.ts'
import { stateOf, typeOf } from '#lib/domain/labels.ts'
import type { LabelFact } from '#lib/domain/labels.ts'
import { may } from '#lib/domain/permissions.ts'
import { MORE_WEIGHTS, USUAL_WEIGHT, USUAL_WEIGHTS, weightFrom } from '#lib/domain/weight.ts'
import { STATES, stateTitle } from '#lib/domain/workflow.ts'

import type { Chosen } from './chosen.ts'
import { faceIcon, labelIcon, stateIcon, typeIcon } from './entry-icons.tsx'
import type { Need, Wish } from './wishes.ts'

type Choice = Omit<Extract<MenuEntry, { kind: 'act' }>, 'kind' | 'checked'> & { isHeld?: boolean }

const LINE: MenuEntry = { kind: 'line' }
const heading = (label: string): MenuEntry => ({ kind: 'heading', label })

/** Of one issue it is shown what it holds; several rarely hold the same. */
const choice = ({ one }: Chosen, { isHeld = false, ...act }: Choice): MenuEntry => ({
  kind: 'act',
  ...act,
  ...(one ? { checked: isHeld } : {}),
})

const meansOne = (scope: string) => (label: LabelFact) => label.meaning?.startsWith(scope) ?? false
const isState = meansOne('workflow.')
const isType = meansOne('type.')

/** Takes off whichever of these labels are held. */
function noneOf({ one, lookups, run }: Chosen, fits: (label: LabelFact) => boolean): () => void {
  const titles = (one?.labels ?? lookups.labels).filter(fits).map(({ title }) => title)
  return () => titles.length > 0 && run({ what: 'labels', remove: titles })
}

/** The states in the order of the flow, as far as the group has labels for them. */
export function statusEntries(chosen: Chosen): MenuEntry[] {
  const { one, lookups, run, askNeed } = chosen
  const now = one && stateOf(one.labels)
  return [
    ...STATES.flatMap((state) => {
      const label = lookups.labels.find(({ meaning }) => meaning === `workflow.${state}`)
      if (!label) return []
      const set = (blocked?: Need) => run(adding(label, blocked))
      const isHeld = state === now
      const act = () => (isHeld ? undefined : state === 'blocked' ? askNeed(set) : set())
      return choice(chosen, { label: stateTitle(state), icon: stateIcon(state), isHeld, act })
    }),
    LINE,
    choice(chosen, { label: 'None', isHeld: now === null, act: noneOf(chosen, isState) }),
  ]
}

const adding = ({ title }: { title: string }, blocked?: Need): Wish => ({
  what: 'labels',
  add: [title],
  ...(blocked ? { blocked } : {}),
})

/** The labels that are a type by themselves; sub-types are labels like any other. */
export function typeEntries(chosen: Chosen): MenuEntry[] {
  const { one, lookups, run } = chosen
  const held = one?.labels.filter(isType) ?? []
  return [
    ...lookups.labels.filter(isType).map((label) =>
      choice(chosen, {
        label: typeOf([label]) ?? label.title,
        icon: typeIcon(typeOf([label])),
        isHeld: held.some(({ id }) => id === label.id),
        act: () => run(adding(label)),
      }),
    ),
    LINE,
    choice(chosen, { label: 'None', isHeld: held.length === 0, act: noneOf(chosen, isType) }),
  ]
}

export function weightEntries(chosen: Chosen, typed = ''): MenuEntry[] {
  const { one, run } = chosen
  const days = (weight: number) => (weight === 0 ? 'no time' : `≈ ${weight * 2} days`)
  const entry = (weight: number) =>
    choice(chosen, {
      label: String(weight),
      hint: weight > USUAL_WEIGHT ? 'break it down' : days(weight),
      isHeld: one?.weight === weight,
      act: () => run({ what: 'weight', weight }),
    })
  const others = [one?.weight ?? null, weightFrom(typed)].filter((weight) => weight !== null)
  const more = [...new Set([...MORE_WEIGHTS, ...others])].filter((weight) => !USUAL_WEIGHTS.includes(weight))
  return [
    ...USUAL_WEIGHTS.map(entry),
    heading('More'),
    ...more.toSorted((a, b) => a - b).map(entry),
    LINE,
    choice(chosen, {
      label: 'No weight',
      isHeld: one?.weight === null,
      act: () => run({ what: 'weight', weight: null }),
    }),
  ]
}

/** Of Deliverables it says before one chooses where they can go as they are. */
export function milestoneEntries(chosen: Chosen): MenuEntry[] {
  const { one, lookups, run, hints } = chosen
  const { milestones, current, next } = lookups
  const hintOf = hints()
  const entry = (milestone: (typeof milestones)[number]) => {
    const { slug, title, startOn } = milestone
    const from = startOn ? `from ${dayMonth(startOn)}` : ''
    const near = slug === current ? 'current' : slug === next ? 'next' : from
    return choice(chosen, {
      label: title,
      hint: [near, hintOf(milestone)].filter(Boolean).join(', '),
      isHeld: one?.milestone === slug,
      act: () => run({ what: 'milestone', milestone: slug }),
    })
  }
  const offered = milestones.filter(({ closed, slug }) => !closed || slug === one?.milestone)
  return [
    heading('Milestones'),
    ...offered.filter(({ shelf }) => shelf === null).map(entry),
    heading('Shelves'),
    ...offered.filter(({ shelf }) => shelf !== null).map(entry),
    LINE,
    choice(chosen, {
      label: 'No milestone',
      hint: hintOf(null),
      isHeld: one?.milestone === null,
      act: () => run({ what: 'milestone', milestone: null }),
    }),
  ]
}

type Way = 'add' | 'remove'

/** The labels that can be put on, or taken off; of one issue both at once, since each is held or not. */
export function labelEntries(chosen: Chosen, ways: readonly Way[] = ['add', 'remove']): MenuEntry[] {
  const { one, lookups, actor } = chosen
  const mayDeliver = may(actor, 'deliverable.set')
  const offered = lookups.labels.filter(({ meaning }) => mayDeliver || meaning !== 'deliverable')
  if (!one) {
    const titled = (way: Way) => (ways.length > 1 ? [heading(way === 'add' ? 'Add' : 'Remove')] : [])
    return ways.flatMap((way) => [...titled(way), ...offered.map((label) => labelEntry(chosen, label, way))])
  }
  const isHeld = ({ id }: LabelFact) => one.labelIds.includes(id)
  const byKind = Map.groupBy(
    offered.filter((label) => !isState(label)),
    (label) => (typeOf([label]) === null ? 'Labels' : 'Type'),
  )
  return (['Type', 'Labels'] as const).flatMap((kind) => [
    heading(kind),
    ...(byKind.get(kind) ?? []).map((label) => labelEntry(chosen, label, isHeld(label) ? 'remove' : 'add')),
  ])
}

function labelEntry(chosen: Chosen, label: LabelFact & { hue: number }, way: Way): MenuEntry {
  const { run, askNeed } = chosen
  const { title, hue, meaning } = label
  const type = chosen.one ? typeOf([label]) : null
  const add = (blocked?: Need) => run(adding(label, blocked))
  const put = () => (meaning === 'workflow.blocked' ? askNeed(add) : add())
  return choice(chosen, {
    label: title,
    icon: type === null ? labelIcon(hue) : typeIcon(type),
    isHeld: way === 'remove',
    act: way === 'add' ? put : () => run({ what: 'labels', remove: [title] }),
  })
}

/** Everybody may come and go; who else works on it is the EM's to say. */
export function assignEntries(chosen: Chosen): MenuEntry[] {
  const { one, lookups, actor, run } = chosen
  const others = may(actor, 'assign.others')
  const offered = lookups.people.filter(({ handle }) => others || handle === actor.handle)
  const entry = (what: 'assign' | 'unassign', { handle, name }: (typeof offered)[number]) =>
    choice(chosen, {
      label: handle === actor.handle ? `${name} (me)` : name,
      icon: faceIcon({ handle, name }),
      isHeld: what === 'unassign',
      act: () => run({ what, person: handle }),
    })
  if (!one) {
    return [
      heading('Assign'),
      ...offered.map((person) => entry('assign', person)),
      heading('Unassign'),
      ...offered.map((person) => entry('unassign', person)),
    ]
  }
  const isHeld = (handle: string) => one.assignees.includes(handle)
  const entries = offered.map((person) => entry(isHeld(person.handle) ? 'unassign' : 'assign', person))
  if (others) return entries
  const ask = () => askAbout([one.ref], 'ask_assign')
  const label = 'Ask the engineering manager to assign another person…'
  return [...entries, LINE, { kind: 'act', label, act: ask }]
}

/** Open epics first; a closed one opens again when open work joins it. */
export function epicEntries(chosen: Chosen): MenuEntry[] {
  const { one, lookups, run } = chosen
  const sorted = lookups.epics.toSorted((a, b) => Number(a.closed) - Number(b.closed))
  return [
    ...sorted.map(({ number, title, closed }) =>
      choice(chosen, {
        label: title,
        hint: closed ? 'closed' : `&${number}`,
        isHeld: one?.epic === number,
        act: () => run({ what: 'epic', epic: number }),
      }),
    ),
    LINE,
    choice(chosen, {
      label: 'No epic',
      isHeld: one?.epic === null,
      act: () => run({ what: 'epic', epic: null }),
    }),
  ]
}

export function teamEntries(chosen: Chosen): MenuEntry[] {
  const { one, lookups, run } = chosen
  return [
    ...lookups.teams.map(({ slug, name }) =>
      choice(chosen, {
        label: name,
        isHeld: one?.team === slug,
        act: () => run({ what: 'team', team: slug }),
      }),
    ),
    LINE,
    choice(chosen, {
      label: 'No functional team',
      isHeld: one?.team === null,
      act: () => run({ what: 'team', team: null }),
    }),
  ]
}

/** What a fact that is one value can be set to. */
export function factEntries(chosen: Chosen, name: FactName): MenuEntry[] {
  const { one, run } = chosen
  return LOOKS[name].options.flatMap(({ lined, value, ...shown }: Option) => {
    // safe because a wish for a fact holds it by its name
    const wish = { what: name, [name]: value } as Wish
    const entry = choice(chosen, { ...shown, isHeld: one?.[name] === value, act: () => run(wish) })
    return lined ? [LINE, entry] : [entry]
  })
}
