import { MessagesSquare, Paperclip } from 'lucide-react'
import type { ReactNode } from 'react'
import { Moment } from '#components/orders/moment.tsx'
import { cn } from '#components/ui/cn.ts'
import type { MessageView } from '#lib/messages/model.ts'
import { personName } from '#lib/users/person-name-model.ts'
import { useWords } from '#words'

function size(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

type Props = { orderId: string; messages: MessageView[]; children: ReactNode }

/** What the parties wrote to each other, oldest first; `children` says what it means that there is nothing. */
export function Messages({ orderId, messages, children }: Props) {
  const t = useWords()
  if (messages.length === 0) {
    return (
      <p className="flex items-start gap-2.5 text-muted-foreground">
        <MessagesSquare aria-hidden className="mt-0.5 size-4 shrink-0" />
        <span>{children}</span>
      </p>
    )
  }
  return (
    <ol aria-label={t('talk.messages')} className="grid gap-3">
      {messages.map(message => (
        <li key={message.id} className={cn('grid max-w-prose gap-1', message.isOwn && 'ml-auto')}>
          <Message orderId={orderId} message={message} />
        </li>
      ))}
    </ol>
  )
}

function Message({ orderId, message }: { orderId: string; message: MessageView }) {
  const t = useWords()
  const { authorName, isOwn, text, createdAt, files } = message
  return (
    <>
      <p className="text-muted-foreground text-xs">
        {isOwn ? t('talk.you') : personName(t, authorName)} · <Moment at={createdAt} />
      </p>
      <div className={cn('grid gap-2 rounded-xl px-4 py-2.5', isOwn ? 'bg-primary-soft' : 'bg-muted')}>
        <p className="whitespace-pre-line break-words">{text}</p>
        {files.map(file => (
          <a
            key={file.id}
            href={`/api/orders/${orderId}/files/${file.id}`}
            className="flex min-w-0 items-center gap-2 text-primary underline underline-offset-4"
          >
            <Paperclip aria-hidden className="size-4 shrink-0" />
            <span className="break-all">
              {file.name} ({size(file.byteCount)})
            </span>
          </a>
        ))}
      </div>
    </>
  )
}
