'use client'

import { useId } from 'react'
import { Field, fieldAria } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'
import type { MessageKey } from '#lib/i18n/messages.ts'
import { useWords } from '#words'

type Props = { part: string; label: MessageKey; hint?: MessageKey; autoComplete: string; problem?: string }

/** An input without a name: found by its `data-part`, and left out of whatever a form could send. */
export function BankField({ part, label, hint, autoComplete, problem }: Props) {
  const t = useWords()
  const id = useId()
  const help = hint && t(hint)
  return (
    <Field id={id} label={t(label)} hint={help} error={problem}>
      <Input
        data-part={part}
        autoComplete={autoComplete}
        spellCheck={false}
        {...fieldAria({ id, hint: help, error: problem })}
      />
    </Field>
  )
}
