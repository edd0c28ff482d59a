/** Whether a comment may hold updates in the handbook’s format: a first look, which costs next to nothing. */
export const looksLikeUpdates = (text: string): boolean =>
  /\bprogress\b[^\n]*:/i.test(text) && /\bconfiden(ce|t)\b/i.test(text)
