import { Empty } from '#components/ui/state.tsx'
import { homeLink } from '#lib/kit/home-link.ts'

/** Its scripts come along with every page, so that it has a plain link and none of the router's. */
export default function NotFound() {
  return (
    <main className="pt-[16vh]">
      <Empty isPage title="Page not found">
        <p>This page does not exist, or you have no access.</p>
        <a href={homeLink} className="font-medium text-accent underline underline-offset-2">
          Go to your week
        </a>
      </Empty>
    </main>
  )
}
