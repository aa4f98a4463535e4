import { ADMIN_PAGES, type AdminPage, may } from '../access/model.ts'
import { currentViewer } from './current-actor.ts'
import type { Actor } from './model.ts'

type Make = (
  actor: Actor,
  parameters: Record<string, string>,
  route: Record<string, string>,
) => Response | Promise<Response>
type Context = { params: Promise<Record<string, string>> }

/** A file for admins, by the address under which ADMIN_PAGES says who may have it. For everybody else there is none. */
export function adminFile(page: AdminPage, make: Make) {
  return async (request: Request, { params }: Context): Promise<Response> => {
    const actor = await currentViewer()
    if (!actor) return new Response('Sign in first.', { status: 401 })
    if (!may(actor, ADMIN_PAGES[page])) return new Response('Not found.', { status: 404 })
    return make(actor, Object.fromEntries(new URL(request.url).searchParams), await params)
  }
}
