import type { Picture } from '../pictures.ts'

export const rights = {
  'member.edit': '––––●●',
  'role.give': '––––●●',
} satisfies Picture
