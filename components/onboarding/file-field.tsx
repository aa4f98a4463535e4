'use client'

import { CircleCheck } from 'lucide-react'
import { Field, fieldAria } from '#components/ui/field.tsx'
import { Progress } from '#components/ui/progress.tsx'
import type { Words } from '#lib/i18n/words.ts'
import { DOCUMENT_ERRORS, isWarning } from '#lib/onboarding/document-errors-model.ts'
import { useWords } from '#words'
import type { SideState } from './choose-file.ts'

/** What a picture is of, as it is called. */
export type ShownSide = 'front' | 'back' | 'page' | 'document'

type Props = {
  id: string
  side: ShownSide
  hint: string
  accept: string
  state: SideState | undefined
  /** How much of it has gone, 0 to 1, while it is on its way. */
  share: number | null
  disabled: boolean
  onChoose: (file: File | null) => void
  onSendAnyway: (anyway: boolean) => void
}

const inputClass =
  'block w-full rounded-md border border-control bg-card text-sm shadow-card file:mr-3 file:h-10 file:border-0 file:border-control/50 file:border-r file:bg-muted file:px-4 file:font-medium file:text-foreground hover:border-foreground/60 disabled:opacity-55 aria-invalid:border-destructive'

function wordsOf(t: Words, { problem, said }: SideState): string | undefined {
  if (problem) return t(DOCUMENT_ERRORS[problem].message)
  return said === null ? undefined : t.say(said)
}

/** A guess about a picture is no reason to keep somebody from the only document they have. */
function SendAnyway({ side, disabled, checked, onSendAnyway }: Props & { checked: boolean }) {
  const t = useWords()
  return (
    <label className="flex items-start gap-3 rounded-lg border border-warning/25 bg-warning-soft px-4 py-3 text-sm">
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={event => onSendAnyway(event.target.checked)}
        className="size-6 shrink-0 rounded-sm accent-primary"
      />
      <span className="grid gap-0.5">
        <span className="font-medium">{t('uploads.sendAnyway', { side })}</span>
        <span>{t('uploads.sendAnywayHint')}</span>
      </span>
    </label>
  )
}

/** A file to choose, what is wrong with it, and how far it has come. The browser's own control: keyboard and phone just work. */
export function FileField(props: Props) {
  const t = useWords()
  const { id, side, hint, accept, state, share, disabled, onChoose } = props
  const warning = isWarning(state?.problem ?? null)
  const error = state ? wordsOf(t, state) : undefined
  const percent = Math.round((share ?? 0) * 100)
  return (
    <div className="grid gap-2.5">
      <Field id={id} label={t(`uploads.side_${side}`)} hint={hint} error={error}>
        <input
          type="file"
          accept={accept}
          disabled={disabled}
          className={inputClass}
          onChange={event => onChoose(event.target.files?.[0] ?? null)}
          {...fieldAria({ id, hint, error })}
        />
        {state?.looking ? <p className="text-muted-foreground text-sm">{t('uploads.looking')}</p> : null}
        {share === null ? null : (
          <Progress label={t('uploads.uploadOf', { side })} value={percent}>
            {percent < 100 ? t('uploads.percentSent', { percent }) : t('uploads.stripeTakes')}
          </Progress>
        )}
        {state?.sent ? (
          <p className="flex items-center gap-1.5 text-sm text-success">
            <CircleCheck aria-hidden className="size-4 shrink-0" /> {t('uploads.arrived')}
          </p>
        ) : null}
      </Field>
      {warning && state ? <SendAnyway {...props} checked={state.anyway} /> : null}
    </div>
  )
}
