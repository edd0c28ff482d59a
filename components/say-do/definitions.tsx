import { lazily } from '#components/ui/popups/lazily.tsx'
import { figure } from '#lib/domain/capacity/text.ts'
import type { MilestoneSayDo, SayDoDefinition } from '#lib/contract/say-do.ts'
import { percentOf } from '#lib/domain/say-do/definitions.ts'

import { PartLink } from './part-link.tsx'

/** The server draws it; its script comes behind the figures. */
const HowComputed = lazily(async () => (await import('./how-computed.tsx')).HowComputed)

/** The four ratios side by side, each with its sum; said and done open their issues. */
export const Definitions = ({ view, zone }: { view: MilestoneSayDo; zone: string }) => (
  <section
    aria-label="Four definitions"
    className="rounded-lg border border-line bg-surface print:break-inside-avoid"
  >
    <ul className="grid grid-cols-4 max-lg:grid-cols-2 max-sm:grid-cols-1">
      {view.definitions.map((one) => (
        <li
          key={one.name}
          className="flex flex-col gap-0.5 border-line p-3.5 not-first:border-l max-lg:even:border-l max-lg:odd:border-l-0 max-lg:nth-[n+3]:border-t max-sm:border-l-0! max-sm:not-first:border-t"
        >
          <Definition one={one} of={view.milestone.slug} />
        </li>
      ))}
    </ul>
    <div className="min-h-[34px] border-t border-line">
      <HowComputed view={view} zone={zone} />
    </div>
  </section>
)

function Definition({
  one: { name, title, text, done, said, ratio },
  of,
}: {
  one: SayDoDefinition
  of: string
}) {
  const percent = percentOf(ratio)
  return (
    <>
      <span className="num text-[1.5rem] leading-tight font-semibold tracking-tight">
        {percent === null ? '–' : `${percent} %`}
      </span>
      <p className="text-xs text-pretty text-ink-2">
        <b className="text-ink">
          <bdi>{title}</bdi>.
        </b>{' '}
        {text}{' '}
        <span className="num whitespace-nowrap text-ink">
          <PartLink
            part={`${name}.done`}
            of={of}
            label={`${title}: done ${figure(done)}`}
            className="font-medium underline decoration-line-strong underline-offset-2"
          >
            {figure(done)}
          </PartLink>{' '}
          ÷{' '}
          <PartLink
            part={`${name}.said`}
            of={of}
            label={`${title}: said ${figure(said)}`}
            className="font-medium underline decoration-line-strong underline-offset-2"
          >
            {figure(said)}
          </PartLink>
        </span>
      </p>
    </>
  )
}
