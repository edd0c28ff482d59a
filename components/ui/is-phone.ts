export const PHONE_COOKIE = 'saydo.phone'

/** Whether a window is drawn as a phone's before it can be asked: by what it was the last time, else by the browser's name. */
export const isTakenForPhone = (lastTime: string | undefined, userAgent: string | null): boolean =>
  lastTime === undefined ? /\bMobi/.test(userAgent ?? '') : lastTime === 'yes'
