/** What the parts of a chart do with keys, which `Points` knows, for the list of all keys. */
export const CHART_KEYS = [
  { keys: ['ArrowRight'], what: 'Next part of the chart' },
  { keys: ['ArrowLeft'], what: 'Previous part of the chart' },
  { keys: ['ArrowUp'], what: 'Part above' },
  { keys: ['ArrowDown'], what: 'Part below' },
  { keys: ['Home'], what: 'First part' },
  { keys: ['End'], what: 'Last part' },
  { keys: ['Enter'], what: 'Show its issues' },
]
