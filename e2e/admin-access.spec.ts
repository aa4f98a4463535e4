import type { Page } from '@playwright/test'
import { ADMIN_ACTIONS, ADMIN_PAGES, CAPABILITIES, may } from '#lib/access/model.ts'
import { db } from '#lib/db.ts'
import { ADMIN_ROLES } from '#lib/users/model.ts'
import { type BuiltAction, builtAdminActions, builtAdminRoutes } from './support/admin-build.ts'
import { ADMIN_FILES, ADMIN_PAGES as VISITS } from './support/admin-pages.ts'
import { anAdmin, anEmployer, anOrder, type Person } from './support/people.ts'
import { expect, test } from './support/test.ts'
import type { World } from './support/world.ts'

const pathOf = (route: string, world: World): string => {
  const path = ADMIN_FILES[route] ?? VISITS[route]?.[0]?.path
  if (!path) throw new Error(`e2e/support/admin-pages.ts says of no visit to ${route}.`)
  return path(world)
}

/** What the server answers a page's form that was sent empty: as the browser sends one, by React's own encoding. */
async function send(page: Page, path: string, id: string): Promise<string> {
  return page.evaluate(
    async ([to, action]) => {
      const body = new FormData()
      body.set('0', '[{"status":"idle"},"$K1"]')
      body.set('1_nothing', '')
      const headers = { 'next-action': action ?? '', accept: 'text/x-component' }
      const response = await fetch(to ?? '', { method: 'POST', body, headers })
      return response.text()
    },
    [path, id],
  )
}

type Asked = { person: Person | undefined; is: string }

test('every page, file and action of the build has a row in the table, and no row is without one', () => {
  expect(builtAdminRoutes()).toEqual(Object.keys(ADMIN_PAGES).sort())
  expect(builtAdminActions().map(({ name }) => name)).toEqual(
    Object.keys(ADMIN_ACTIONS).sort((a, b) => a.localeCompare(b)),
  )
  for (const roles of Object.values(CAPABILITIES)) expect(roles).toContain('owner')
})

test('each role finds the pages and is granted the actions that the table says, and no others', async ({
  browserOf,
  contractor,
  guard,
  world,
}) => {
  guard.expect(/status of 40[134]/)
  const admins = await Promise.all(ADMIN_ROLES.map(async role => ({ person: await anAdmin(role), is: role })))
  const everybody: Asked[] = [
    ...admins,
    { person: contractor, is: 'contractor' },
    { person: world.employer, is: 'employer' },
    { person: undefined, is: 'visitor' },
  ]
  for (const { person, is } of everybody) {
    const page = await browserOf(person)
    await page.goto('/terms-that-nobody-wrote')
    for (const [route, capability] of Object.entries(ADMIN_PAGES)) {
      const status = await page.evaluate(
        async to => (await fetch(to, { redirect: 'manual' })).status,
        pathOf(route, world),
      )
      const signIn = ADMIN_FILES[route] ? 401 : 0
      const refused = person ? 404 : signIn
      expect(status, `${route} as ${is}`).toBe(person && may(person.actor, capability) ? 200 : refused)
    }
    for (const { name, id, routes } of builtAdminActions() as (BuiltAction & {
      name: keyof typeof ADMIN_ACTIONS
    })[]) {
      const said = await send(page, pathOf(routes[0] ?? '', world), id)
      const isGranted = person && may(person.actor, ADMIN_ACTIONS[name])
      const refusal = person ? 'Your account cannot do this.' : 'You are signed out.'
      expect(said, `${name} as ${is}`).toContain(isGranted ? 'Check the marked fields.' : refusal)
    }
  }
})

test('what belongs to another mode, or is not of that kind, is found by no role', async ({
  browserOf,
  contractor,
  guard,
}) => {
  guard.expect(/status of 404/)
  const employer = await anEmployer()
  const { id } = await anOrder(employer, contractor, 'placed')
  await db().order.update({ where: { id }, data: { livemode: true } })
  const paths = [
    `/admin/orders/${id}`,
    `/admin/contractors/${employer.actor.userId}`,
    '/admin/contractors/usr_00000000000000000000000000',
  ]
  for (const role of ADMIN_ROLES) {
    const page = await browserOf(await anAdmin(role))
    for (const path of paths) expect((await page.goto(path))?.status(), `${path} as ${role}`).toBe(404)
  }
})
