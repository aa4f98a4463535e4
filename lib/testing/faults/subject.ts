import { OPERATIONS } from './operations.ts'
import { RECOVERY } from './recover.ts'
import type { Orders, Told } from './talk.ts'

// The process under test: does what it is asked, as the app would, and tells what each caller was told.

async function perform({ operation, input }: Orders[number]): Promise<Told> {
  const found = [...OPERATIONS, RECOVERY].find(one => one.name === operation)
  if (!found) throw new Error(`There is no operation ${operation}`)
  try {
    const result = await found.run(input as never)
    return result.ok ? { outcome: 'done' } : { outcome: 'refused', code: JSON.stringify(result.error) }
  } catch (error) {
    // In the app this is the page that says that something went wrong, with a reference to the log.
    return { outcome: 'broke', code: error instanceof Error ? error.message.slice(0, 300) : String(error) }
  }
}

process.on('message', async (orders: Orders) => process.send?.(await Promise.all(orders.map(perform))))
process.on('disconnect', () => process.exit(0))
process.send?.([])
