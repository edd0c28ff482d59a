import { Bone } from '#components/ui/state.tsx'

const COLUMNS = [4, 3, 2, 1, 2]

/** The shape of a board while it is on its way. */
export function BoardSkeleton() {
  return (
    <div className="flex min-h-0 flex-1 flex-col" aria-busy="true">
      <p className="sr-only">Loading the board</p>
      <div className="flex flex-none flex-col gap-3 px-5 pt-4 pb-3 max-sm:px-3">
        <Bone className="h-[30px] w-64" />
        <Bone className="h-4 w-96 max-w-full" />
        <Bone className="h-7 w-72" />
      </div>
      <div className="flex min-h-64 flex-1 gap-3 overflow-hidden px-5 pb-3 max-sm:px-3">
        {COLUMNS.map((cards, column) => (
          <div
            key={`${column} ${cards}`}
            className="flex min-w-[216px] flex-1 flex-col gap-1.5 rounded-lg bg-sunken p-1.5 max-sm:min-w-[84vw]"
          >
            <Bone className="m-2 h-4 w-28" />
            {Array.from({ length: cards }, (_, card) => (
              <Bone key={card} className="h-[98px] rounded-sm" />
            ))}
          </div>
        ))}
      </div>
    </div>
  )
}
