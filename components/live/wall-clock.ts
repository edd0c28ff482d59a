/**
 * Milliseconds, for how long ago something was heard; never for which day it is. The other clock of the browser stands
 * still while the machine sleeps.
 */
export const wallClock = (): number => Date.now()
