'use server'

import { revalidatePath } from 'next/cache'
import { defineAction } from '#lib/action.ts'
import { markAllRead } from '#lib/notifications/mark-all-read.ts'
import { markAllReadInput } from '#lib/notifications/model.ts'

export const markAllReadAction = defineAction({
  schema: markAllReadInput,
  role: ['EMPLOYER', 'CONTRACTOR', 'ADMIN'],
  once: 'repeatable',
  errors: {},
  run: markAllRead,
  done: () => {
    revalidatePath('/', 'layout')
    return 'shell.allRead'
  },
})
