import type { Picture } from '../pictures.ts'

export const rights = {
  'team.edit': '––––●●',
} satisfies Picture
