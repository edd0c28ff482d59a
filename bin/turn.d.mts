/** @returns what to call when the work is done */
export function takeTurn(root: string, work: string): Promise<() => void>
