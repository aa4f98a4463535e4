import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '../db.ts'
import type { Parties } from '../demo/arrange-order.ts'
import { DEMO_ORIGIN, expectOk } from '../demo/expect-ok.ts'
import { markAllRead } from '../notifications/mark-all-read.ts'
import { deliverOrder } from '../orders/deliver-order.ts'

import { startLocalStripe } from '../testing/local-stripe.ts'
import { newAdmin, newEmployer, newOrder, newParties } from '../testing/marketplace.ts'
import type { Actor } from '../users/model.ts'
import { signOut } from '../users/sign-out.ts'
import { hub } from './hub.ts'
import { openStream } from './open-stream.ts'

let parties: Parties
let admin: Actor

beforeAll(async () => {
  await startLocalStripe()
  parties = await newParties()
  admin = await newAdmin()
})

type Page = { sessionId: string; heard: string[]; isOver: boolean; leave: () => Promise<void> }

/** An open page of somebody: what it was told, each as `event data`, from `since` on. */
async function pageOf(actor: Actor, since = Date.now()): Promise<Page> {
  const session = await db().session.findFirst({ where: { userId: actor.userId, revokedAt: null } })
  const body = openStream({ actor, sessionId: session?.id ?? '' }, since)
  if (!body) throw new Error('There was no room.')
  const reader = body.getReader()
  const text = new TextDecoder()
  const page: Page = { sessionId: session?.id ?? '', heard: [], isOver: false, leave: () => reader.cancel() }
  void (async () => {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      for (const [, event, data] of text.decode(value).matchAll(/event: (.*)\ndata: (.*)\n/g))
        page.heard.push(`${event} ${data}`)
    }
    page.isOver = true
  })()
  return page
}

/** Pages that hear the channel already, with nothing heard yet. */
async function pagesOf(...actors: Actor[]): Promise<Page[]> {
  const pages = await Promise.all(actors.map(actor => pageOf(actor)))
  await expect.poll(() => hub().since({ userId: '', role: 'EMPLOYER' }, Date.now())).toEqual([])
  await new Promise(resolve => setTimeout(resolve, 50))
  for (const page of pages) page.heard.length = 0
  return pages
}

describe('a change', () => {
  test('is told to its parties and to admins when it commits, once, and to nobody else', async () => {
    const orderId = await newOrder(parties, 'held')
    const stranger = await newEmployer()
    const pages = await pagesOf(parties.employer, parties.contractor, admin, stranger)
    const [employer, contractor, admins, strangers] = pages
    expectOk(await deliverOrder(parties.contractor, { orderId, note: 'Done.' }), 'deliver')
    await expect.poll(() => employer?.heard).toHaveLength(3)
    expect(employer?.heard.slice(0, 2).sort()).toEqual([`hint ${orderId}`, 'hint notifications'].sort())
    expect(employer?.heard[2]).toMatch(/^unread [1-9]/)
    expect(contractor?.heard).toEqual([`hint ${orderId}`])
    expect(admins?.heard).toEqual([`hint ${orderId}`])
    expect(strangers?.heard).toEqual([])

    const [newest] = await db().notification.findMany({ orderBy: { id: 'desc' }, take: 1 })
    await markAllRead(parties.employer, { upTo: newest?.id ?? '' })
    await expect.poll(() => employer?.heard.at(-1)).toBe('unread 0')
    expect(contractor?.heard).toHaveLength(1)
    await Promise.all(pages.map(page => page.leave()))
    expect(hub().pagesOf(parties.employer.userId)).toEqual([])
  })

  test('between the drawing of a page and the opening of its stream is told, and one that nobody can know of', async () => {
    const [employer] = await pagesOf(parties.employer)
    const drawnAt = Date.now()
    const orderId = await newOrder(parties, 'placed')
    await expect.poll(() => employer?.heard).toContain(`hint ${orderId}`)
    const late = await pageOf(parties.employer, drawnAt)
    await expect.poll(() => late.heard).toEqual([`hint ${orderId}`])
    const older = await pageOf(parties.employer, drawnAt - 3_600_000)
    await expect.poll(() => older.heard).toEqual(['hint anything'])
    for (const page of [employer, late, older]) await page?.leave()
  })

  test('while the database was away is made good by one word to every page, over one connection again', async () => {
    const pages = await pagesOf(parties.employer, parties.employer, parties.contractor)
    const listeners = () =>
      db().$queryRaw<{ pid: number }[]>`
        SELECT pid FROM pg_stat_activity WHERE application_name = 'holdfast-live' AND datname = current_database()`
    const [listener, ...others] = await listeners()
    expect(others).toEqual([])
    await db().$queryRaw`SELECT pg_terminate_backend(${listener?.pid ?? 0}::int)::text`
    await expect.poll(() => pages.map(page => page.heard)).toEqual(pages.map(() => ['hint anything']))
    const orderId = await newOrder(parties, 'placed')
    await expect.poll(() => pages.map(page => page.heard.at(-1))).toEqual(pages.map(() => `hint ${orderId}`))
    expect(await listeners()).toHaveLength(1)
    for (const page of pages) await page.leave()
  })
})

describe('a stream', () => {
  test('ends with its session, and the oldest with somebody’s ninth', async () => {
    const pages: Page[] = []
    for (let opened = 0; opened < 9; opened++) pages.push(await pageOf(parties.employer))
    await expect.poll(() => pages.filter(page => page.isOver)).toEqual([pages[0]])
    expect(pages[0]?.heard.at(-1)).toBe('over too-many')
    await signOut(pages[1]?.sessionId ?? '', DEMO_ORIGIN)
    await expect.poll(() => pages.every(page => page.isOver)).toBe(true)
    expect(pages[8]?.heard.at(-1)).toBe('over signed-out')
  })

  test('ends at once when the process is told to stop, and no other begins', async () => {
    const page = await pageOf(admin)
    hub().stop()
    await expect.poll(() => page.isOver).toBe(true)
    expect(page.heard).not.toContain('over signed-out')
    await expect(pageOf(admin)).rejects.toThrow('no room')
  })
})
