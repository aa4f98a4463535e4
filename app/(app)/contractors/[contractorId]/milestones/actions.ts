'use server'

import { redirect } from 'next/navigation'
import { defineAction } from '#lib/action.ts'
import { ORDER_ERRORS } from '#lib/orders/model.ts'
import { placeProjectInput } from '#lib/projects/model.ts'
import { placeProject } from '#lib/projects/place-project.ts'

export const placeProjectAction = defineAction({
  schema: placeProjectInput,
  role: 'EMPLOYER',
  verified: true,
  once: 'own-row',
  errors: ORDER_ERRORS,
  run: placeProject,
  done: ({ projectId }) => redirect(`/projects/${projectId}`),
})
