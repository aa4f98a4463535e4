'use client'

import { useFormData } from '#components/ui/form-state.tsx'

/** The recovery codes that the form around has just answered with. They are shown this once. */
export function CodeList({ label }: { label: string }) {
  const codes = (useFormData().codes ?? '').split(' ')
  return (
    <ul
      aria-label={label}
      className="grid w-fit gap-x-8 gap-y-1 rounded-lg border bg-muted p-4 font-mono xs:grid-cols-2"
    >
      {codes.map(code => (
        <li key={code}>{code}</li>
      ))}
    </ul>
  )
}
