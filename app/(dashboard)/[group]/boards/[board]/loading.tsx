import { BoardSkeleton } from '#components/boards/board-skeleton.tsx'

export default BoardSkeleton
