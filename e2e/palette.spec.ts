import { db } from '#lib/db.ts'
import { anEmployer, anOrder } from './support/people.ts'
import { expect, test } from './support/test.ts'

test('pages and own orders are found and opened by keys alone', async ({ browserOf, contractor }) => {
  const [employer, other] = [await anEmployer(), await anEmployer()]
  const order = await anOrder(employer, contractor, 'placed')
  const foreign = await anOrder(other, contractor, 'placed')
  const { number } = await db().order.findUniqueOrThrow({ where: { id: order.id } })
  const page = await browserOf(employer)
  await page.goto('/deadlines')
  const scripts: string[] = []
  page.on('request', request => {
    if (request.resourceType() === 'script') scripts.push(request.url())
  })
  await page.waitForTimeout(500)
  expect(scripts, 'nothing of the palette is loaded before it is opened').toEqual([])

  const box = page.getByRole('combobox', { name: 'Page, order number or title' })
  await expect(async () => {
    await page.keyboard.press('Control+k')
    await expect(box).toBeFocused({ timeout: 2000 })
  }).toPass()
  await box.fill(order.title)
  await expect(page.getByRole('dialog').getByRole('option')).toHaveText([`#${number} ${order.title}Orders`])
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`/orders/${order.id}$`))
  await expect(box).toHaveCount(0)

  await page.keyboard.press('/')
  await box.fill(foreign.title)
  await expect(page.getByRole('dialog').getByRole('status')).toHaveText('Nothing matches.')
  await box.fill('')
  await expect(page.getByRole('dialog').getByRole('option').first()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('dialog').getByRole('option', { selected: true })).toContainText('Listings')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/listings$/)

  await page.keyboard.press('?')
  const help = page.getByRole('dialog', { name: 'Keys' })
  await help.getByRole('checkbox').uncheck()
  await page.keyboard.press('Escape')
  await expect(help).toHaveCount(0)
  await page.keyboard.press('?')
  await page.keyboard.press('/')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  const search = page.getByRole('searchbox').first()
  await search.pressSequentially('a/b?')
  await expect(search).toHaveValue('a/b?')
  await page.keyboard.press('Control+k')
  await expect(box).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(search).toBeFocused()
})
