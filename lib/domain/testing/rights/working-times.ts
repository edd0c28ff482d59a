import type { Picture } from '../pictures.ts'

export const rights = {
  'working_time.own': '––●●●–',
  'working_time.others': '––––●●',
} satisfies Picture
