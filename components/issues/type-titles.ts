type Label = { title: string; meaning: string | null }

/** The titles of the labels that mean a type of work, in their order; `ignore` is no type to begin with. */
export const typeTitles = (labels: readonly Label[]): string[] =>
  labels
    .filter(({ meaning }) => meaning?.startsWith('type.') && meaning !== 'type.ignore')
    .map(({ title }) => title)
