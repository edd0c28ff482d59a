/**
 * The facts of an issue that are one value each, as filters, lists and endpoints call them, by their kinds. What they
 * are stands in `facts.ts`, apart, so that a page that asks for names alone carries nothing more.
 */
export const CHOICE_NAMES = ['health'] as const
export const DAY_NAMES = ['due'] as const
export const FLAG_NAMES = ['confidential'] as const
/** In the order of lists. */
export const FACT_NAMES = [...CHOICE_NAMES, ...DAY_NAMES, ...FLAG_NAMES] as const

export type ChoiceName = (typeof CHOICE_NAMES)[number]
export type FactName = (typeof FACT_NAMES)[number]

export const isFact = (name: string): name is FactName => FACT_NAMES.some((one) => one === name)
