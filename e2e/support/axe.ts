import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import axe from 'axe-core'

declare global {
  interface Window {
    /** Once it was brought there. */
    axe: typeof axe
  }
}

/** What a rule of axe found: which, what it asks for, and where. */
export type Violation = { id: string; help: string; at: string[] }

const tell = ({ violations }: axe.AxeResults): Violation[] =>
  violations.map(({ id, help, nodes }) => ({
    id,
    help,
    at: nodes.map(node => `${node.target.join(' ')}: ${node.failureSummary}`),
  }))

/**
 * Has axe try all its rules, those for good practice among them, on a page as it is now. A page is looked at several times, and axe
 * stays in it: giving it to the page anew takes longer than all its rules. Only into Stripe's form, a frame of another origin, it has to
 * be brought each time.
 */
export async function violationsOn(page: Page): Promise<Violation[]> {
  if (page.frames().length > 1) return tell(await new AxeBuilder({ page }).analyze())
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return tell(await page.evaluate(() => window.axe.run({ resultTypes: ['violations'] })))
}
