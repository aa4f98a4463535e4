import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useWords } from '#words'
import { cn } from './cn.ts'
import { Label } from './label.tsx'

type FieldParts = { id: string; hint?: ReactNode; error?: string }

/** The attributes that tie a control to its hint and its error for screen readers. Spread them on the control. */
export function fieldAria({ id, hint, error }: FieldParts) {
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return { id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined } as const
}

/** A label, a control, its hint and its error, in that order. The control is the child; give it `fieldAria`. */
export function Field({
  id,
  label,
  hint,
  error,
  optional,
  className,
  children,
}: FieldParts & { label: ReactNode; optional?: boolean; className?: string; children: ReactNode }) {
  const t = useWords()
  return (
    <div className={cn('grid grid-cols-1 content-start gap-1.5', className)}>
      <Label htmlFor={id}>
        {label}
        {optional ? <span className="font-normal text-muted-foreground"> {t('ui.optional')}</span> : null}
      </Label>
      {hint ? (
        <p id={`${id}-hint`} className="text-muted-foreground text-sm">
          {hint}
        </p>
      ) : null}
      {children}
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
    </div>
  )
}

export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} className="flex items-start gap-1.5 text-destructive text-sm">
      <CircleAlert aria-hidden className="mt-1 size-3.5 shrink-0" />
      <span>{children}</span>
    </p>
  )
}
