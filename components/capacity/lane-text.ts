/** Handbook › Priority: 1 is the most urgent; 0 stands for work without one. */
export const PRIORITIES = [1, 2, 3, 4, 0] as const

export const laneTitle = (priority: number): string =>
  priority === 0 ? 'No priority' : `Priority ${priority}`
