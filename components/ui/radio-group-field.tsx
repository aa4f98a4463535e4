'use client'

import { type ReactNode, useId } from 'react'
import { cn } from './cn.ts'
import { FieldError } from './field.tsx'
import { useFieldState } from './form-state.tsx'

type Choice = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean }
type Props = {
  name: string
  legend: ReactNode
  choices: Choice[]
  defaultValue?: string
  /** Beside each other where there is room, for choices of few words. */
  beside?: boolean
  className?: string
}

/** One of a few choices, each a card that can be pressed anywhere. Native radios: arrow keys and no script needed. */
export function RadioGroupField({ name, legend, choices, defaultValue, beside, className }: Props) {
  const id = useId()
  const { error, value } = useFieldState(name)
  const chosen = value ?? defaultValue
  return (
    <fieldset
      key={chosen}
      className={cn('grid gap-1.5', className)}
      aria-describedby={error ? `${id}-error` : undefined}
    >
      <legend className="mb-1.5 font-medium text-sm">{legend}</legend>
      <div className={cn('grid gap-2.5', beside && 'sm:grid-cols-2 lg:grid-cols-4')}>
        {choices.map(choice => (
          <label
            key={choice.value}
            className="flex items-start gap-3 rounded-lg border border-control/50 bg-card p-3.5 transition-colors hover:bg-muted/60 has-checked:border-primary has-disabled:opacity-55 has-checked:bg-primary-soft has-checked:ring-1 has-checked:ring-primary"
          >
            <input
              type="radio"
              name={name}
              value={choice.value}
              defaultChecked={choice.value === chosen}
              disabled={choice.disabled}
              className="mt-0.5 size-4.5 shrink-0 accent-primary"
            />
            <span className="grid gap-0.5 text-sm">
              <span className="font-medium">{choice.label}</span>
              {choice.hint ? <span className="max-w-prose text-muted-foreground">{choice.hint}</span> : null}
            </span>
          </label>
        ))}
      </div>
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
    </fieldset>
  )
}
