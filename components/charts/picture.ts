/** What a drawing takes from style sheets, which a file does not have. */
const STYLES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'paint-order',
  'vector-effect',
  'font-size',
  'font-weight',
  'font-variant-numeric',
  'text-anchor',
] as const
const COLOURS: ReadonlySet<string> = new Set(['fill', 'stroke'])
const FONT = "'Inter Variable', Inter, system-ui, sans-serif"
const SVG = 'http://www.w3.org/2000/svg'
const MARGIN = 24
const HEAD = 64

/** Of a chart: `marked` stands round its drawing and its key. */
export type Pictured = { marked: Element; title: string }

/** The chart as a file of its own: title, key and drawing, with their looks, as they are on the screen. */
export function svgOf({ marked, title }: Pictured): string {
  const drawing = marked.querySelector('svg[role="img"]')
  if (!(drawing instanceof SVGElement)) throw new Error('The chart has no drawing.')
  const { width, height } = drawing.getBoundingClientRect()
  const size = { width: Math.ceil(width + 2 * MARGIN), height: Math.ceil(height + HEAD + MARGIN) }
  const root = make('svg', {
    xmlns: SVG,
    ...size,
    viewBox: `0 0 ${size.width} ${size.height}`,
    'font-family': FONT,
  })
  const ink = rgb(getComputedStyle(marked).color)
  root.append(
    make('title', {}, title),
    make('rect', { ...size, fill: rgb(groundOf(marked)) }),
    make('text', { x: MARGIN, y: 30, fill: ink, 'font-size': 15, 'font-weight': 600 }, title),
  )
  for (const item of keyOf(marked, ink)) root.append(item)
  const copy = styled(drawing)
  place(copy, { x: MARGIN, y: HEAD, width, height })
  root.append(copy)
  return new XMLSerializer().serializeToString(root)
}

/** The samples of the key with their names, in a row below the title. */
function keyOf(marked: Element, ink: string): Element[] {
  const samples = [...marked.querySelectorAll('[data-key]')]
  const origin = samples[0]?.getBoundingClientRect().left ?? 0
  return samples.flatMap((sample) => {
    const svg = sample.querySelector('svg')
    if (!svg) return []
    const box = svg.getBoundingClientRect()
    const x = MARGIN + sample.getBoundingClientRect().left - origin
    const copy = styled(svg)
    place(copy, { x, y: 42, width: box.width, height: box.height })
    const text = { x: x + box.width + 6, y: 42 + box.height / 2 + 4, fill: ink, 'font-size': 12 }
    return [copy, make('text', text, sample.textContent ?? '')]
  })
}

function place(svg: SVGElement, box: { x: number; y: number; width: number; height: number }) {
  for (const [name, value] of Object.entries(box)) svg.setAttribute(name, String(value))
  svg.setAttribute('overflow', 'visible')
}

/** A copy in which each element says itself how it looks; what is not drawn is left out. */
function styled(from: SVGElement): SVGElement {
  const copy = from.cloneNode(false)
  if (!(copy instanceof SVGElement)) throw new Error('A copy of a drawing is a drawing.')
  const style = getComputedStyle(from)
  for (const name of ['class', 'style', 'aria-label', 'role']) copy.removeAttribute(name)
  for (const name of STYLES) {
    const value = style.getPropertyValue(name)
    if (value !== '') copy.setAttribute(name, COLOURS.has(name) ? rgb(value) : value)
  }
  for (const child of from.childNodes) {
    if (!(child instanceof SVGElement)) copy.append(child.cloneNode())
    else if (getComputedStyle(child).display !== 'none' || child.closest('defs')) copy.append(styled(child))
  }
  return copy
}

/** The first ground below it that is no glass. */
function groundOf(element: Element): string {
  const ground = getComputedStyle(element).backgroundColor
  const isGlass = ground === 'transparent' || /[,/] 0\)$/.test(ground)
  return isGlass && element.parentElement ? groundOf(element.parentElement) : ground
}

const known = new Map<string, string>()

/** Programs that draw know rgb; the palette is written in oklch. A pattern and none are no colours. */
function rgb(colour: string): string {
  if (colour === 'none' || colour.startsWith('url(')) return colour.replaceAll('"', '')
  const found = known.get(colour) ?? painted(colour)
  known.set(colour, found)
  return found
}

function painted(colour: string): string {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 1
  const brush = canvas.getContext('2d')
  if (!brush) return colour
  brush.fillStyle = colour
  brush.fillRect(0, 0, 1, 1)
  const [red, green, blue, alpha = 255] = brush.getImageData(0, 0, 1, 1).data
  return alpha === 255
    ? `rgb(${red}, ${green}, ${blue})`
    : `rgba(${red}, ${green}, ${blue}, ${Math.round((alpha / 255) * 100) / 100})`
}

function make(name: string, attributes: Record<string, string | number>, text = ''): SVGElement {
  const element = document.createElementNS(SVG, name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value))
  element.textContent = text
  return element
}

/** Twice as fine as the drawing, for screens and slides. */
const FINE = 2

/** The same as pixels, painted by the browser itself. */
export async function pngOf(chart: Pictured): Promise<Blob> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgOf(chart))}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.naturalWidth * FINE
  canvas.height = image.naturalHeight * FINE
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('The picture is too large.'))),
      'image/png',
    )
  })
}
