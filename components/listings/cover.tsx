import { ImageIcon } from 'lucide-react'
import { cn } from '#components/ui/cn.ts'

type Props = { url: string | null; className?: string; eager?: boolean }

/** A listing's picture, 16 to 9, or a quiet place where there is none. It says nothing that the title beside it does not. */
export function Cover({ url, className, eager }: Props) {
  const frame = cn('aspect-video w-full rounded-lg border bg-muted object-cover', className)
  if (!url) {
    return (
      <span className={cn(frame, 'grid place-items-center text-muted-foreground')}>
        <ImageIcon aria-hidden className="size-6" />
      </span>
    )
  }
  return (
    // biome-ignore lint/performance/noImgElement: made to this size when it was uploaded, and only its reader's session may have it
    <img
      src={url}
      alt=""
      width={1200}
      height={675}
      loading={eager ? 'eager' : 'lazy'}
      decoding="async"
      className={frame}
    />
  )
}
