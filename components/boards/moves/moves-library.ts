export { takeCard } from '#components/issues/command/take.ts'
export { moveCard } from './move-card.ts'
export { movesOf } from './moves.ts'
