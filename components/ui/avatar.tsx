import { cn } from './cn.ts'

type Props = { name: string; url: string | null; className?: string }

/** The first letters of the first and the last word of a name. */
function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(word => /^[\p{L}\p{N}]/u.test(word))
  const [first, last] = [words[0] ?? '', words.length > 1 ? (words.at(-1) ?? '') : '']
  return ([...first].slice(0, 1).join('') + [...last].slice(0, 1).join('')).toUpperCase()
}

/** Somebody's picture, or their initials. It says nothing that the name beside it does not. */
export function Avatar({ name, url, className }: Props) {
  const frame = cn('size-7 shrink-0 rounded-full border bg-muted object-cover text-[0.7rem]', className)
  if (url) {
    // biome-ignore lint/performance/noImgElement: made to this size when it was uploaded, and only its reader's session may have it
    return <img src={url} alt="" width={256} height={256} decoding="async" className={frame} />
  }
  // Drawn by the style sheet, so that they are no part of what a button around them is called.
  return (
    <span
      aria-hidden
      data-initials={initialsOf(name)}
      className={cn(
        frame,
        'grid place-items-center font-semibold text-muted-foreground before:content-[attr(data-initials)]',
      )}
    />
  )
}

/** A name with its picture before it. */
export function Named({ name, url, className }: Props) {
  return (
    <span className="inline-flex min-w-0 items-center gap-2.5">
      <Avatar name={name} url={url} className={className} />
      <span className="wrap-anywhere min-w-0">{name}</span>
    </span>
  )
}
