/** The mark of the product, as in the icon of its tab. */
export function Logo({ className }: { className: string }) {
  return (
    <span
      aria-hidden="true"
      className={`grid flex-none place-items-center rounded-sm bg-accent text-xs font-semibold text-on-accent ${className}`}
    >
      S
    </span>
  )
}
