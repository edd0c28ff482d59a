type Props = { id: string; className: string }

/** Stripes, told from a plain area without colour as well: fill with `url(#id)`. */
export const Hatch = ({ id, className }: Props) => (
  <pattern id={id} width="6" height="6" patternTransform="rotate(45)" patternUnits="userSpaceOnUse">
    <rect width="2.4" height="6" className={className} />
  </pattern>
)
