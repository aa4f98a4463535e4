import { useId } from 'react'

type Props = { name: string; label: string; hint: string; defaultChecked: boolean }

/** A box to tick in a form that only asks for another address; inside an ActionForm it is CheckboxField. */
export function TickBox({ name, label, hint, defaultChecked }: Props) {
  const id = useId()
  return (
    <div className="flex items-start gap-3">
      <input
        id={id}
        type="checkbox"
        name={name}
        defaultChecked={defaultChecked}
        aria-describedby={`${id}-hint`}
        className="mt-px size-5 shrink-0 rounded-sm accent-primary"
      />
      <div className="grid gap-0.5">
        <label htmlFor={id} className="min-h-6">
          {label}
        </label>
        <p id={`${id}-hint`} className="text-muted-foreground">
          {hint}
        </p>
      </div>
    </div>
  )
}
