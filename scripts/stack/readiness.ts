import type { Child } from '../processes/child.ts'
import { lastLines } from '../processes/log.ts'
import { Refusal } from '../refusal.ts'

/** What to say about a process that ended: how, and the last of what it wrote. */
export function deathNotice(child: Child, lines = 15): string {
  const said = lastLines(child.logFile, lines).map(line => `  ${line}`)
  const story = said.length > 0 ? `; the end of ${child.logFile}:\n${said.join('\n')}` : '.'
  return `${child.name} ${child.ended?.description ?? 'is running'}${story}`
}

/** Waits until an address answers 200. Throws Refusal when the process behind it ends or the time is over. */
export async function untilHealthy(child: Child, url: string, timeoutSeconds: number): Promise<void> {
  const until = Date.now() + timeoutSeconds * 1000
  let last = 'no answer'
  while (Date.now() < until) {
    if (child.ended) throw new Refusal(deathNotice(child))
    const response = await fetch(url, { signal: AbortSignal.timeout(10_000) }).catch(() => null)
    if (response?.status === 200) return
    if (response) last = `status ${response.status}`
    await response?.body?.cancel()
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  throw new Refusal(
    `${child.name} was not ready after ${timeoutSeconds} s (${last} from ${url}); ${deathNotice(child)}`,
  )
}
