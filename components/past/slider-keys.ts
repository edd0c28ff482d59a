/** What the keys of the slider do (`dayAfter`), for the list of all keys. */
export const SLIDER_KEYS = [
  { keys: ['ArrowLeft', 'ArrowDown'], what: 'Day before on which something happened' },
  { keys: ['ArrowRight', 'ArrowUp'], what: 'Day after on which something happened' },
  { keys: ['PageUp'], what: 'A week on' },
  { keys: ['PageDown'], what: 'A week back' },
  { keys: ['Home'], what: 'First of the days shown' },
  { keys: ['End'], what: 'Now' },
  { keys: ['Escape'], what: 'Back to now' },
]
