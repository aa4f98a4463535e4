'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { defineAction } from '#lib/action.ts'
import { endProject } from '#lib/projects/end-project.ts'
import { END_PROJECT_ERRORS, projectInput } from '#lib/projects/model.ts'

export const endProjectAction = defineAction({
  schema: projectInput,
  role: ['EMPLOYER', 'CONTRACTOR'],
  once: 'repeatable',
  errors: END_PROJECT_ERRORS,
  run: endProject,
  done: (_count, { projectId }) => redirect(`/projects/${projectId}`),
  failed: (_code, { projectId }) => revalidatePath(`/projects/${projectId}`),
})
