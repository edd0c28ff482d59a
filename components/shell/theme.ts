/** `system` follows the computer; the others are kept in a cookie, so that the server paints them right at once. */
export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]
export const THEME_WORDS = { system: 'System', light: 'Light', dark: 'Dark' } as const
export const THEME_COOKIE = 'saydo.theme'

export const isTheme = (text: string | undefined): text is Theme => THEMES.some((theme) => theme === text)

export function currentTheme(): Theme {
  const theme = document.documentElement.dataset['theme']
  return isTheme(theme) ? theme : 'system'
}

export function setTheme(theme: Theme) {
  document.documentElement.dataset['theme'] = theme
  document.cookie = `${THEME_COOKIE}=${theme}; path=/; max-age=31536000; samesite=lax`
}
