import { anAdmin } from './support/people.ts'
import { expect, test } from './support/test.ts'

test('an admin narrows a list, keeps that view, comes back to it and forgets it', async ({
  browserOf,
  world,
}) => {
  const page = await browserOf(await anAdmin('support'))
  await page.goto('/admin/lists/orders')
  const views = page.getByRole('region', { name: 'Saved views' })
  await expect(views).toHaveCount(0)
  await page.getByLabel('State').selectOption('held')
  await page.getByLabel('Order', { exact: true }).selectOption('dearest')
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(page).toHaveURL(/status=held.*sort=dearest|sort=dearest.*status=held/)
  await expect(page.getByRole('row').filter({ hasText: 'Held' }).first()).toBeVisible()

  await views.getByText('Save this view').click()
  await views.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(views.getByText('Give it a name.')).toBeVisible()
  await views.getByLabel('Name of the view').fill('Large and held')
  await views.getByRole('button', { name: 'Save', exact: true }).click()
  const view = views.getByRole('link', { name: 'Large and held' })
  await expect(view).toHaveAttribute('aria-current', 'page')
  await expect(views.getByText('Save this view')).toHaveCount(0)

  await page.goto('/admin/lists/refunds')
  await expect(view).toHaveCount(0)
  await page.goto('/admin/lists/orders')
  await view.click()
  await expect(page).toHaveURL(/status=held/)
  await expect(page.getByLabel('State')).toHaveValue('held')
  await expect(page.locator(`a[href="/admin/orders/${world.orders.held}"]`)).toBeVisible()

  await views.getByRole('button', { name: 'Remove Large and held' }).click()
  await expect(view).toHaveCount(0)
  await expect(views.getByText('Save this view')).toBeVisible()
})
