'use client'

import { IssueText } from '#components/texts/issue-text.tsx'
import { SetAside } from '#components/texts/kept-draft.tsx'
import { toast } from '#components/shell/toasts.ts'
import { Avatar } from '#components/ui/avatar.tsx'
import { cx } from '#components/ui/cx.ts'
import { momentIn } from '#components/ui/days/days.ts'
import { Icon } from '#components/ui/icon.tsx'
import { MenuButton } from '#components/ui/popups/menu.tsx'
import type { Issue } from '#lib/contract/issues.ts'
import { whyNotEditComment } from '#lib/domain/comments.ts'
import { whyNotAllowed } from '#lib/domain/permissions.ts'
import type { Actor } from '#lib/domain/permissions.ts'

import { Acknowledgements } from './acknowledgements.tsx'
import { CommentEditor } from './comment-editor.tsx'
import { AddReaction, Reactions } from './reactions.tsx'
import { useCommentEdit } from './use-comment-edit.ts'
import { useReact } from './use-react.ts'

export type Comment = Issue['comments'][number]

type Props = {
  group: string
  issue: Issue
  comment: Comment
  nameOf: (handle: string) => string
  actor: Actor & { handle: string }
  zone: string
  isPointed: boolean
}

/** What a person said: when, to whom, and what others made of it. Its time is the link to it. */
export function CommentItem({ group, issue, comment, nameOf, actor, zone, isPointed }: Props) {
  const mayEdit = whyNotEditComment({ author: comment.author, me: actor.handle }) === null
  const edit = useCommentEdit(group, issue.ref, comment)
  const react = useReact({ group, issue: issue.ref, comment, me: actor.handle })
  const { id, author, body, at, editedAt } = comment
  const link = `#comment-${id}`
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(`${location.origin}${location.pathname}${location.search}${link}`)
      toast({ text: 'Copied the link to this comment.' })
    } catch {
      toast({
        text: 'The browser blocked copying. Copy the link from the time of the comment.',
        tone: 'refused',
      })
    }
  }
  return (
    <article
      aria-label={`Comment by ${nameOf(author)}`}
      className={cx(
        'flex flex-col gap-2 rounded-lg border bg-surface px-3.5 py-2.5',
        isPointed ? 'border-accent shadow-[0_0_0_1px_var(--color-accent)]' : 'border-line',
      )}
    >
      <header className="flex items-center gap-2">
        <Avatar face={{ handle: author, name: nameOf(author) }} silent />
        <p className="min-w-0 flex-1">
          <b className="font-semibold">
            <bdi>{nameOf(author)}</bdi>
          </b>{' '}
          <a href={link} className="num text-xs whitespace-nowrap text-ink-3 hover:underline">
            <time dateTime={at}>{momentIn(zone, at)}</time>
          </a>
          {editedAt && (
            <span className="num text-xs text-ink-3" data-tip={`Edited on ${momentIn(zone, editedAt)}`}>
              {' '}
              · edited{' '}
              <time dateTime={editedAt} className="sr-only">
                {momentIn(zone, editedAt)}
              </time>
            </span>
          )}
        </p>
        <AddReaction react={react} why={whyNotAllowed(actor, 'comment')?.because} />
        <MenuButton
          kind="quiet"
          size="icon-sm"
          aria-label="More"
          menuLabel="Comment"
          className="no-print"
          entries={() => [
            ...(mayEdit ? [{ kind: 'act' as const, label: 'Edit', act: edit.begin }] : []),
            { kind: 'act', label: 'Copy link', act: () => void copy() },
          ]}
        >
          <Icon name="more" />
        </MenuButton>
      </header>
      {edit.isEditing ? (
        <CommentEditor group={group} edit={edit} issue={issue.kind === 'issue' ? issue : null} />
      ) : (
        <>
          <IssueText group={group} text={body} />
          <SetAside what="the comment" edit={edit} />
          <Reactions reactions={comment.reactions} nameOf={nameOf} react={react} />
          <Acknowledgements
            mentions={issue.mentions.filter((mention) => mention.comment === id)}
            nameOf={nameOf}
            me={actor.handle}
            canReact
          />
        </>
      )}
    </article>
  )
}
