/** What was typed into a form, by the names of its fields. */
export type Fields = Record<string, string>

const NEVER_ECHOED = new Set([
  'password',
  'newPassword',
  'currentPassword',
  'idNumber',
  'ssnLast4',
  'taxId',
  'code',
])

/**
 * The text of a form. Fields that start with `$` are React's own and are left out, and so is what nobody types and PostgreSQL keeps
 * nowhere: NUL and halves of characters.
 */
export function textFields(form: Iterable<[string, unknown]>): Fields {
  const fields: Fields = {}
  for (const [name, value] of form)
    if (typeof value === 'string' && !name.startsWith('$'))
      fields[name] = value.replaceAll('\0', '').toWellFormed()
  return fields
}

/** What a form that was refused is filled with again: never a secret. */
export function echo(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !NEVER_ECHOED.has(name)))
}
