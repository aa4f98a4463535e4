import { beforeAll, expect, test } from 'vitest'
import { startLocalStripe } from '../testing/local-stripe.ts'
import { newAdmin, newEmployer } from '../testing/marketplace.ts'
import { saveViewInput, VIEWS_MAX } from './model.ts'
import { listSavedViews } from './queries.ts'
import { removeView } from './remove-view.ts'
import { saveView } from './save-view.ts'

beforeAll(async () => {
  await startLocalStripe()
})

test('of an address only what the list reads is kept', () => {
  const query = 'status=held&cursor=9~ord_1&next=%2F%2Fevil&q=a%26b&q=c'
  expect(saveViewInput.parse({ list: 'orders', name: ' Held ', query })).toEqual({
    list: 'orders',
    name: 'Held',
    query: 'q=a%26b&status=held',
  })
})

test('an admin keeps views of a list for themselves, each under one name, up to a limit', async () => {
  const [admin, other] = [await newAdmin('support'), await newAdmin('owner')]
  const named = async (actor = admin) =>
    (await listSavedViews(actor, 'orders')).map(({ name, query }) => `${name} ${query}`)
  const save = (name: string, query: string) => saveView(admin, { list: 'orders', name, query })
  expect(await save('Large', 'sort=dearest')).toEqual({ ok: true })
  expect(await save('Held', 'status=held')).toEqual({ ok: true })
  await Promise.all([save('Large', 'currency=usd&sort=dearest'), save('Large', 'currency=usd&sort=dearest')])
  expect(await named()).toEqual(['Held status=held', 'Large currency=usd&sort=dearest'])
  expect(await named(other)).toEqual([])
  expect(await listSavedViews(admin, 'refunds')).toEqual([])

  const [held] = await listSavedViews(admin, 'orders')
  const refused = { ok: false, error: 'not_found' }
  expect(await removeView(other, { viewId: held?.id ?? '' })).toEqual(refused)
  expect(await removeView(admin, { viewId: held?.id ?? '' })).toEqual({ ok: true })
  expect(await named()).toEqual(['Large currency=usd&sort=dearest'])

  for (let made = 1; made < VIEWS_MAX; made++) await save(`View ${made}`, '')
  expect(await save('One more', '')).toEqual({ ok: false, error: 'too_many' })
  expect(await save('Large', 'sort=cheapest')).toEqual({ ok: true })

  const employer = await newEmployer()
  expect(await saveView(employer, { list: 'orders', name: 'Mine', query: '' })).toEqual(refused)
  expect(await listSavedViews(employer, 'orders')).toEqual([])
})
