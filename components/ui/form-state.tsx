'use client'

import { createContext, type ReactNode, useContext } from 'react'
import type { ActionState } from '#lib/action-state.ts'

const FormState = createContext<ActionState>({ status: 'idle' })

export function FormStateProvider({ value, children }: { value: ActionState; children: ReactNode }) {
  return <FormState value={value}>{children}</FormState>
}

/** Everything that was typed into the form around; empty before the first submit. */
export function useFormValues(): Record<string, string> {
  return useContext(FormState).values ?? {}
}

/** What the action answered with, besides its words; empty before it is done. */
export function useFormData(): Record<string, string> {
  return useContext(FormState).data ?? {}
}

/** What the form around knows of one field: the error to show, and what was typed (undefined before the first submit). */
export function useFieldState(name: string): { error?: string; value?: string; submitted: boolean } {
  const state = useContext(FormState)
  return {
    error: state.fieldErrors?.[name],
    value: state.values?.[name],
    submitted: state.values !== undefined,
  }
}
