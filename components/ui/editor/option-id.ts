/** What a suggestion is called in the page, for the text that points at it. */
export const optionId = (list: string, at: number) => `${list}-${at}`
