import type { Actor } from './model.ts'

export async function currentActor(): Promise<Actor | null> {
  return null
}
