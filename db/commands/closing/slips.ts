import type { ClosingChoice } from '#lib/contract/closing.ts'
import type { SlipData } from '#lib/domain/events/milestones.ts'
import type { Ctx } from '../../context.ts'
import type { ClosingState } from '../../queries/closing.ts'

/** Where each assigned issue went that was open, and why it slipped, in the order of their numbers. */
export function slipsFor(
  { assigned, open, destinations }: ClosingState,
  choices: ReadonlyMap<number, ClosingChoice>,
): SlipData[] {
  const isOpen = new Set(open.map(({ ref }) => ref))
  return [...assigned.values()]
    .toSorted((a, b) => a.issue - b.issue)
    .map(({ issue, outcome }) => {
      const choice = choices.get(issue)
      return {
        ref: issue,
        destination: isOpen.has(issue) ? placeOf(destinations, choice?.destination ?? null) : null,
        slip: outcome === 'slipped' ? slipOf(choice) : null,
      }
    })
    .filter(({ destination, slip }) => destination !== null || slip !== null)
}

function placeOf(destinations: ClosingState['destinations'], slug: string | null): SlipData['destination'] {
  const place = destinations.find((one) => one.slug === slug)
  if (!place) return { kind: 'none', milestone: null }
  return { kind: place.to, milestone: { id: place.id, title: place.title } }
}

function slipOf(choice: ClosingChoice | undefined): SlipData['slip'] {
  if (choice?.reason === undefined) return null
  return { reason: choice.reason, text: choice.text?.trim() ?? '' }
}

/** Writes what the closing adds; the database refuses every later change of it. */
export async function writeSlips(ctx: Ctx, milestone: string, slips: readonly SlipData[]): Promise<void> {
  if (slips.length === 0) return
  await ctx.db.query({
    name: 'write-slips',
    text: `insert into milestone_slips (group_id, milestone_id, issue_number, closed_at, destination_kind, destination_id,
        slip_reason, slip_text)
      select $1, $2, o.ref, $3, o.destination->>'kind', (o.destination->'milestone'->>'id')::int, o.slip->>'reason',
        coalesce(o.slip->>'text', '')
      from jsonb_to_recordset($4) as o (ref int, destination jsonb, slip jsonb)`,
    values: [ctx.group.id, Number(milestone), ctx.now, JSON.stringify(slips)],
  })
}
