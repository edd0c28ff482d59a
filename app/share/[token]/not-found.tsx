import { NoSuchLink } from '#components/public/frame.tsx'

export default function NotFound() {
  return <NoSuchLink />
}
