import { notFound } from 'next/navigation'
import { ADMIN_PAGES, type AdminPage, may } from '../access/model.ts'
import type { Actor } from './model.ts'
import { requireActor } from './require-actor.ts'

/** The Actor of an admin's page. Whoever's role may not see it finds nothing there, as if it did not exist. */
export async function requireAdmin(page: AdminPage): Promise<Actor> {
  const actor = await requireActor('ADMIN')
  if (!may(actor, ADMIN_PAGES[page])) notFound()
  return actor
}
