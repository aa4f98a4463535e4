import { type BrowserContext, expect } from '@playwright/test'

const HOME = new Set(['localhost', '127.0.0.1'])

/** Tells of a violation by its directive; the browser's own message may differ between versions. */
const REPORT_VIOLATIONS = `addEventListener('securitypolicyviolation', event =>
  console.error('CSP violation: ' + event.violatedDirective + ' blocked ' + event.blockedURI))`

/**
 * Watches everything that happens in the browsers of one test: errors in the console, errors that nobody caught, breaches
 * of the content security policy, answers of 500 and up, and requests that leave this machine; and is told what the server
 * logs as errors. A test that saw one which it did not `expect` beforehand fails.
 */
export class Guard {
  readonly #seen: string[] = []
  readonly #expected: RegExp[] = []

  /** Says before it happens what this test provokes, such as the browser's note of a 404. */
  expect(...problems: RegExp[]): void {
    this.#expected.push(...problems)
  }

  async watch(context: BrowserContext): Promise<void> {
    await context.addInitScript(REPORT_VIOLATIONS)
    context.on('console', message => {
      if (message.type() === 'error') this.note(`console: ${message.text()} (${message.location().url})`)
    })
    context.on('weberror', error => this.note(`page error: ${error.error().stack ?? error.error()}`))
    context.on('request', request => {
      const url = new URL(request.url())
      const isRemote = url.protocol.startsWith('http') && !HOME.has(url.hostname)
      if (isRemote) this.note(`request to ${url.origin} from ${request.frame().url()}`)
    })
    context.on('response', response => {
      if (response.status() >= 500) this.note(`${response.status()} from ${response.url()}`)
    })
  }

  /** What was seen and not expected. */
  get problems(): string[] {
    return this.#seen.filter(problem => !this.#expected.some(pattern => pattern.test(problem)))
  }

  expectQuiet(): void {
    expect(this.problems, 'errors, violations and foreign requests').toEqual([])
  }

  /** What somebody else saw, such as the server's log. */
  note(problem: string): void {
    this.#seen.push(problem)
  }
}
