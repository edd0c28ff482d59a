type Press = Pick<KeyboardEvent, 'isComposing' | 'keyCode'>

/**
 * Whether a key belongs to an input method, such as the Enter that takes over a word of Japanese. Safari says so only by
 * the old number of the key, for which there is no other name.
 */
export const isComposing = ({ isComposing, keyCode }: Press): boolean => isComposing || keyCode === 229
