'use client'

import { CircleCheck } from 'lucide-react'
import { Field, fieldAria } from '#components/ui/field.tsx'
import { Progress } from '#components/ui/progress.tsx'
import type { SideState } from './use-document-upload.ts'

type Props = {
  id: string
  label: string
  hint: string
  accept: string
  state: SideState | undefined
  /** How much of it has gone, 0 to 1, while it is on its way. */
  share: number | null
  disabled: boolean
  onChoose: (file: File | null) => void
}

const inputClass =
  'block w-full rounded-md border border-control bg-card text-sm shadow-card file:mr-3 file:h-10 file:border-0 file:border-control/50 file:border-r file:bg-muted file:px-4 file:font-medium file:text-foreground hover:border-foreground/60 disabled:opacity-55 aria-invalid:border-destructive'

/** A file to choose, what is wrong with it, and how far it has come. The browser's own control: keyboard and phone just work. */
export function FileField({ id, label, hint, accept, state, share, disabled, onChoose }: Props) {
  const error = state?.problem ?? undefined
  const percent = Math.round((share ?? 0) * 100)
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <input
        type="file"
        accept={accept}
        disabled={disabled}
        className={inputClass}
        onChange={event => onChoose(event.target.files?.[0] ?? null)}
        {...fieldAria({ id, hint, error })}
      />
      {share === null ? null : (
        <Progress label={`Upload of the ${label.toLowerCase()}`} value={percent}>
          {percent < 100 ? `${percent} % sent` : 'Sent. Stripe is taking it…'}
        </Progress>
      )}
      {state?.sent ? (
        <p className="flex items-center gap-1.5 text-sm text-success">
          <CircleCheck aria-hidden className="size-4 shrink-0" /> Arrived at Stripe
        </p>
      ) : null}
    </Field>
  )
}
