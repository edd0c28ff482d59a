import type { Picture } from '../pictures.ts'

export const rights = {
  'template.edit': '–––●●●',
} satisfies Picture
