import type { Picture } from '../pictures.ts'

export const rights = {
  'group.administer': '––––●●',
  'integration.edit': '––––●●',
  'group.found': '–––––●',
} satisfies Picture
