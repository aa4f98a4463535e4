import pg from 'pg'

const BATCH = 20_000

/**
 * Puts PaymentIntents into an emulator's own table until there are `count` objects more, copies of one that it made
 * itself under ids of their own.
 */
export async function fillWith(
  databaseUrl: string,
  schema: string,
  model: string,
  count: number,
): Promise<void> {
  const client = new pg.Client(databaseUrl)
  await client.connect()
  try {
    for (let done = 0; done < count; done += BATCH) {
      await client.query(
        `INSERT INTO "${schema}".objects (kind, id, account, seq, value)
         SELECT kind, 'pi_bench' || n, account, 100000 + n, value || jsonb_build_object('id', 'pi_bench' || n)
         FROM "${schema}".objects, generate_series($2::bigint, $3::bigint) AS n WHERE kind = 'payment_intent' AND id = $1`,
        [model, done + 1, Math.min(done + BATCH, count)],
      )
    }
  } finally {
    await client.end()
  }
}
