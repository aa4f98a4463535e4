'use client'

import { useId } from 'react'
import { Field, fieldAria } from '#components/ui/field.tsx'
import { Input } from '#components/ui/input.tsx'

type Props = { part: string; label: string; hint?: string; autoComplete: string; problem?: string }

/** An input without a name: found by its `data-part`, and left out of whatever a form could send. */
export function BankField({ part, label, hint, autoComplete, problem }: Props) {
  const id = useId()
  return (
    <Field id={id} label={label} hint={hint} error={problem}>
      <Input
        data-part={part}
        autoComplete={autoComplete}
        spellCheck={false}
        {...fieldAria({ id, hint, error: problem })}
      />
    </Field>
  )
}
