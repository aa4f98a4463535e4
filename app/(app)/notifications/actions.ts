'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { defineAction } from '#lib/action.ts'
import { markAllRead } from '#lib/notifications/mark-all-read.ts'
import { markUnread } from '#lib/notifications/mark-unread.ts'
import { markAllReadInput, markUnreadInput } from '#lib/notifications/model.ts'

export const markAllReadAction = defineAction({
  schema: markAllReadInput,
  role: ['EMPLOYER', 'CONTRACTOR', 'ADMIN'],
  once: 'repeatable',
  errors: {},
  run: markAllRead,
  done: ({ at }) => {
    revalidatePath('/', 'layout')
    redirect(`/notifications?read=${at.toISOString()}`)
  },
})

export const markUnreadAction = defineAction({
  schema: markUnreadInput,
  role: ['EMPLOYER', 'CONTRACTOR', 'ADMIN'],
  once: 'repeatable',
  errors: {},
  run: markUnread,
  done: () => {
    revalidatePath('/', 'layout')
    redirect('/notifications?read=undone')
  },
})
