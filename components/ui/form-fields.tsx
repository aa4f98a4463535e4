'use client'

import { type ComponentProps, type ReactNode, useId } from 'react'
import { cn } from './cn.ts'
import { Field, FieldError, fieldAria } from './field.tsx'
import { useFieldState } from './form-state.tsx'
import { Input } from './input.tsx'
import { Select } from './select.tsx'
import { Textarea } from './textarea.tsx'

/** `name` is the field's name in the action's schema; `className` goes on the whole field. */
type FieldProps = { name: string; label: ReactNode; hint?: ReactNode; optional?: boolean; className?: string }

/** A one-line field inside an ActionForm: label, hint, error and the value typed before are wired by its name. */
export function TextField({
  name,
  label,
  hint,
  optional,
  className,
  defaultValue,
  ...props
}: FieldProps & Omit<ComponentProps<'input'>, 'id'>) {
  const id = useId()
  const { error, value } = useFieldState(name)
  return (
    <Field {...{ id, label, hint, error, optional, className }}>
      <Input
        name={name}
        required={!optional}
        defaultValue={value ?? defaultValue}
        {...fieldAria({ id, hint, error })}
        {...props}
      />
    </Field>
  )
}

export function TextareaField({
  name,
  label,
  hint,
  optional,
  className,
  defaultValue,
  ...props
}: FieldProps & Omit<ComponentProps<'textarea'>, 'id'>) {
  const id = useId()
  const { error, value } = useFieldState(name)
  return (
    <Field {...{ id, label, hint, error, optional, className }}>
      <Textarea
        name={name}
        required={!optional}
        defaultValue={value ?? defaultValue}
        {...fieldAria({ id, hint, error })}
        {...props}
      />
    </Field>
  )
}

export type Option = { value: string; label: string; disabled?: boolean }

/** A choice from a list. `placeholder` is the empty first entry; without it the first option is chosen. */
export function SelectField({
  name,
  label,
  hint,
  optional,
  className,
  options,
  placeholder,
  defaultValue,
  ...props
}: FieldProps &
  Omit<ComponentProps<'select'>, 'id' | 'children'> & { options: Option[]; placeholder?: string }) {
  const id = useId()
  const { error, value } = useFieldState(name)
  const initial = value ?? defaultValue ?? (placeholder === undefined ? undefined : '')
  return (
    <Field {...{ id, label, hint, error, optional, className }}>
      {/* The key: a form reset after an action would otherwise put a select back to what it was at first. */}
      <Select
        key={String(initial)}
        name={name}
        required={!optional}
        defaultValue={initial}
        {...fieldAria({ id, hint, error })}
        {...props}
      >
        {placeholder === undefined ? null : <option value="">{placeholder}</option>}
        {options.map(option => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </Select>
    </Field>
  )
}

/** A box to tick, its label beside it. Sends `on`, or nothing. */
export function CheckboxField({
  name,
  label,
  hint,
  className,
  defaultChecked,
  ...props
}: FieldProps & Omit<ComponentProps<'input'>, 'id' | 'type'>) {
  const id = useId()
  const { error, value, submitted } = useFieldState(name)
  const checked = submitted ? value !== undefined : defaultChecked
  return (
    <div className={cn('grid gap-1.5', className)}>
      <div className="flex items-start gap-3">
        <input
          key={String(checked)}
          type="checkbox"
          name={name}
          defaultChecked={checked}
          className="size-6 shrink-0 rounded-sm accent-primary"
          {...fieldAria({ id, hint, error })}
          {...props}
        />
        <div className="grid gap-0.5">
          <label htmlFor={id} className="min-h-6 text-sm">
            {label}
          </label>
          {hint ? (
            <p id={`${id}-hint`} className="text-muted-foreground text-sm">
              {hint}
            </p>
          ) : null}
        </div>
      </div>
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
    </div>
  )
}
