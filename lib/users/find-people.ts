import { db } from '../db.ts'

/** More people than that are not told apart by a name. */
const FOUND_MAX = 200

/** What was typed, for LIKE, taken literally. */
export const likeText = (typed: string) => `%${typed.replace(/[\\%_]/g, '\\$&')}%`

/** The ids of people whom a text names: by id, e-mail address or a part of it, or a part of their name. */
export async function findPeople(typed: string): Promise<string[]> {
  const like = likeText(typed)
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT id FROM users WHERE id = ${typed} OR email ILIKE ${like}
    UNION SELECT user_id FROM user_profiles WHERE display_name ILIKE ${like} LIMIT ${FOUND_MAX}`
  return rows.map(({ id }) => id)
}
