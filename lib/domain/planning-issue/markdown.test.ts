import { describe, expect, test } from 'vitest'

import { BLOCKS, type PlanningBlocks } from './blocks.ts'
import { blockMarkdown, capacityPost, withBlocks } from './markdown.ts'
import { planningMarkdown } from './with-updates.ts'
import { PLANNING_STARTER, titleFor, whyNotPlanningTemplate } from './planning-template.ts'

const group = 'custom-models'
const here = { group, origin: null }
const elsewhere = { group, origin: 'https://saydo.example' }
const julie = { handle: 'julie', name: 'Julie Huang' }

const NOTHING: PlanningBlocks = {
  milestone: { title: '19.8', startOn: '2026-12-12', dueOn: '2027-01-15', workingDays: 1 },
  boards: [],
  goals: ' ',
  priorities: { rows: [], notShown: 0 },
  capacity: { teams: [], total: { capacity: 0, picked: 0 }, carryOver: null },
  deliverables: { rows: [], notShown: 0 },
}

const blocks: PlanningBlocks = {
  milestone: { ...NOTHING.milestone, workingDays: 25 },
  boards: [
    { slug: 'planning', title: 'Planning', milestone: '19.8' },
    { slug: 'build', title: 'Build', milestone: null },
  ],
  goals: '- Every connectivity failure names its cause\n',
  priorities: {
    rows: [
      {
        kind: 'epic',
        number: 3,
        title: 'Health check',
        teams: [{ slug: 'connectivity', name: 'Health & Connectivity' }],
        goal: 'Every failure names its cause.',
        dri: julie,
        status: '3 of 7 done',
      },
      { kind: 'issue', number: 12, title: 'A | B', teams: [], goal: '', dri: null, status: 'in dev' },
    ],
    notShown: 1,
  },
  capacity: {
    teams: [
      { slug: 'selection', name: 'Model Selection', capacity: 8, picked: 6 },
      { slug: 'connectivity', name: 'Health & Connectivity', capacity: 12.5, picked: 12 },
    ],
    total: { capacity: 20.5, picked: 18 },
    carryOver: { from: '19.7', left: 5 },
  },
  deliverables: {
    rows: [
      {
        ref: 219,
        title: 'Model requests ignore NO_PROXY',
        team: 'Health & Connectivity',
        weight: 2,
        dri: julie,
        status: 'in review',
      },
      {
        ref: 7,
        title: '*Bold* [x](y) `c` <b> _so_ C:\\d',
        team: null,
        weight: null,
        dri: null,
        status: 'open',
      },
    ],
    notShown: 2,
  },
}

const CAPACITY = `| Functional team | Capacity | Picked |
| --- | ---: | ---: |
| Model Selection | 8 | 6 |
| Health & Connectivity | 12.5 | 12 |
| **Group** | **20.5** | **18** |

Carry-over from 19.7: 5`

describe('a block in Markdown', () => {
  test('of the milestone and of its boards', () => {
    expect(blockMarkdown('milestone', blocks, here)).toBe(
      '%"19.8", 2026-12-12 to 2027-01-15, 25 working days',
    )
    expect(blockMarkdown('milestone', NOTHING, here)).toMatch(/, 1 working day$/)
    expect(blockMarkdown('boards', blocks, elsewhere)).toBe(
      'Boards: [Planning](https://saydo.example/custom-models/boards/planning?milestone=19.8), [Build](https://saydo.example/custom-models/boards/build)',
    )
  })

  test('of the priorities names each work with its link, teams, goal, DRI and status', () => {
    expect(blockMarkdown('priorities', blocks, elsewhere)).toBe(`| # | Work | Teams | Goal | DRI | Status |
| ---: | --- | --- | --- | --- | --- |
| 1 | [&3 Health check](https://saydo.example/custom-models/epics/3) | Health & Connectivity | Every failure names its cause. | @julie | 3 of 7 done |
| 2 | [#12 A \\| B](https://saydo.example/custom-models/issues/12) |  |  | – | in dev |

1 not shown`)
  })

  test('of the capacity adds up', () => {
    expect(blockMarkdown('capacity', blocks, here)).toBe(CAPACITY)
  })

  test('of the Deliverables keeps what people wrote from becoming markup', () => {
    expect(blockMarkdown('deliverables', blocks, here)).toBe(`| Issue | Team | Weight | DRI | Status |
| --- | --- | ---: | --- | --- |
| #219 Model requests ignore NO_PROXY | Health & Connectivity | 2 | @julie | in review |
| #7 \\*Bold\\* \\[x\\](y) \\\`c\\\` \\<b> \\_so\\_ C:\\\\d | – | – | – | open |

2 not shown`)
  })

  test('says so where there is nothing', () => {
    expect(BLOCKS.slice(1).map((name) => blockMarkdown(name, NOTHING, here))).toEqual([
      'No boards yet.',
      'No goals yet.',
      'No priorities yet.',
      'No team has people in these days.',
      'No Deliverables yet.',
    ])
  })
})

describe('a planning issue in Markdown', () => {
  test('has what each block stands for in its place; unknown blocks stay as they are', () => {
    expect(withBlocks('## Goals\n\n{{goals}}\n\n{{velocity}}\n\nEnd\n', blocks, here)).toBe(
      '## Goals\n\n- Every connectivity failure names its cause\n\n{{velocity}}\n\nEnd\n',
    )
  })

  test('posted says the capacity and the DRIs', () => {
    const post = capacityPost(blocks, group)
    expect(
      post.startsWith(`### Team capacity, 19.8\n\n${CAPACITY}\n\n### Deliverables and DRIs\n\n| Issue |`),
    ).toBe(true)
    expect(post.endsWith('\n\n2 not shown')).toBe(true)
  })
})

describe('the template', () => {
  test('begins with every block, and with a title that names the milestone', () => {
    for (const name of BLOCKS)
      expect(PLANNING_STARTER.body).toContain(`\n{{${name}}}\n`.slice(name === 'milestone' ? 1 : 0))
    expect(titleFor(PLANNING_STARTER, '19.8')).toBe('Planning, 19.8')
    expect(titleFor({ title: '{{ Milestone }} plan $&', body: '' }, '$1')).toBe('$1 plan $&')
    expect(titleFor({ title: 'x'.repeat(200), body: '' }, 'y')).toHaveLength(200)
  })

  test('needs words in its title and a text', () => {
    expect(whyNotPlanningTemplate(PLANNING_STARTER)).toBeNull()
    expect(whyNotPlanningTemplate({ title: ' {{milestone}} ', body: 'x' })?.code).toBe('title_missing')
    expect(whyNotPlanningTemplate({ title: 'Planning', body: ' \n' })?.code).toBe('body_missing')
  })
})

test('what the group posted of the week is copied with the planning issue, and nothing where none posted yet', () => {
  const text = withBlocks('Hello.', blocks, elsewhere)
  const update = {
    kind: 'issue' as const,
    ref: 12,
    title: 'Probe',
    progress: 'It runs.',
    blockers: '',
    next: 'Merge it.',
    confidence: 'very' as const,
  }
  const copied = (updates: (typeof update)[]) =>
    planningMarkdown('Hello.', blocks, { on: '2026-11-27', updates }, elsewhere)
  expect(copied([update]).startsWith(`${text}\n## Async Status Update 2026-11-27\n`)).toBe(true)
  expect(copied([update])).toContain('- Progress: It runs.')
  expect(copied([])).toBe(text)
  expect(planningMarkdown('Hello.', blocks, null, elsewhere)).toBe(text)
})
