import type { MixedType } from '#lib/domain/insights/mix.ts'

/** Of a type of work in a bar; on paper by lightness. */
export const FILLS: Record<MixedType, string> = {
  bug: 'fill-bug stroke-surface print:fill-[#aaa]',
  maintenance: 'fill-maintenance stroke-surface print:fill-[#ddd]',
  feature: 'fill-feature stroke-surface print:fill-white',
}
