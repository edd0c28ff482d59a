import { Empty } from '#components/ui/state.tsx'

export default function NotFound() {
  return (
    <Empty title="There is nothing here">
      <p>It does not exist in this group, or it is not yours to see.</p>
    </Empty>
  )
}
