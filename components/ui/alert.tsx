import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { cn } from './cn.ts'

const TONES = {
  info: { box: 'border-info/25 bg-info-soft', ink: 'text-info', Icon: Info },
  success: { box: 'border-success/25 bg-success-soft', ink: 'text-success', Icon: CircleCheck },
  warning: { box: 'border-warning/25 bg-warning-soft', ink: 'text-warning', Icon: TriangleAlert },
  destructive: {
    box: 'border-destructive/25 bg-destructive-soft',
    ink: 'text-destructive',
    Icon: CircleAlert,
  },
} as const

type Props = Omit<ComponentProps<'div'>, 'title'> & { tone?: keyof typeof TONES; title?: ReactNode }

/** A message in the page. Give `role="alert"` (failure) or `role="status"` (success) when it appears after an action. */
export function Alert({ tone = 'info', title, className, children, ...props }: Props) {
  const { box, ink, Icon } = TONES[tone]
  return (
    <div className={cn('flex gap-3 rounded-lg border px-4 py-3 text-sm', box, className)} {...props}>
      <Icon aria-hidden className={cn('mt-0.5 size-4.5 shrink-0', ink)} />
      <div className="grid min-w-0 gap-1">
        {title ? <p className={cn('font-semibold', ink)}>{title}</p> : null}
        <div className="text-foreground">{children}</div>
      </div>
    </div>
  )
}
