import type { Page } from '@playwright/test'

/** Makes elements in the page's places, as `made.<type>` of a group `made.group`, and waits until each is ready. */
export function mountElements(
  page: Page,
  elements: Record<string, [type: string, options?: object]>,
): Promise<unknown> {
  return page.evaluate(async wanted => {
    const scope = globalThis as unknown as Record<
      string,
      { elements(): { create(type: string, options?: object): MountedElement } }
    >
    interface MountedElement {
      mount(place: string): void
      on(type: string, handler: (event: unknown) => void): void
    }
    const group = scope.stripe?.elements()
    const made: Record<string, unknown> = { group }
    for (const [place, [type, options]] of Object.entries(wanted)) {
      const element = group?.create(type, options)
      made[type] = element
      await new Promise(resolve => {
        element?.on('ready', resolve)
        element?.on('change', event => (scope.told as unknown as unknown[]).push(event))
        element?.mount(`#${place}`)
      })
    }
    Object.assign(globalThis, { made })
    return Object.keys(made)
  }, elements)
}
