/** 8, 12.5: a weight with one decimal at most. */
export const figure = (value: number): string => String(Math.round(value * 10) / 10)

/** “1.5 over” where more is picked than there is; empty where it fits. */
export const overText = (picked: number, capacity: number): string =>
  picked > capacity ? `${figure(picked - capacity)} over` : ''

export const notShownText = (count: number): string => (count === 0 ? '' : `${count} not shown`)
