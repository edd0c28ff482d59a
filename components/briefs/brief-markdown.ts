import { momentIn } from '#components/ui/days/days.ts'
import type { Brief } from '#lib/contract/briefs.ts'
import { plain } from '#lib/kit/markdown/table.ts'

import { daysText, type Line, sectionsOf } from './brief-text.ts'
import { newsSince } from './news.ts'

/** The brief for a mail or a wiki, with what came since the reader looked at it before, or the latest. */
export function briefMarkdown(brief: Brief, since: string | null): string {
  const { milestone, group, sentence, zone } = brief
  const news = newsSince(brief.news, since)
  const blocks = sectionsOf(brief).flatMap(({ heading, lead, parts }) => [
    `## ${heading}`,
    ...(lead === '' ? [] : [plain(lead)]),
    ...parts.flatMap((part) => [
      ...(part.heading === '' ? [] : [`### ${part.heading}`]),
      ...(part.lines.length === 0 ? [] : [part.lines.map(lineText).join('\n')]),
      ...(part.note === '' ? [] : [part.note]),
    ]),
  ])
  const changed = since === null ? 'Latest changes' : `Changed since ${momentIn(zone, since)}`
  return [
    `# Brief of ${plain(milestone.title)}`,
    plain(`${group} · ${daysText(brief)}`),
    plain(sentence),
    ...blocks,
    `## ${changed}`,
    news.length === 0
      ? 'Nothing changed.'
      : news.map(({ text, at }) => `- ${momentIn(zone, at)}: ${plain(text)}`).join('\n'),
    '',
  ].join('\n\n')
}

const lineText = ({ ref, title, facts }: Line): string =>
  `- ${ref === null ? '' : `#${ref} `}${plain(title)}: ${facts.map(plain).join(' · ')}`
