import type { Channel } from '../channel.ts'
import { COUNTRIES, guessCountry, postalLabel } from './countries.ts'
import { Field } from './field.ts'
import type { FrameOptions } from './frame-options.ts'
import { SelectField } from './select-field.ts'

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

function validationError(code: string, message: string) {
  return { type: 'validation_error' as const, code, message }
}

function textField(
  name: string,
  label: string,
  autocomplete: AutoFill,
  value: string | null | undefined,
  changed: () => void,
  optional = false,
): Field {
  const missing = validationError(`incomplete_${name}`, `Your ${label.toLowerCase()} is incomplete.`)
  const field = new Field(
    {
      name,
      label,
      autocomplete,
      labelled: true,
      value: value ?? '',
      optional,
      check: text => (text === '' ? missing : null),
    },
    changed,
  )
  field.root.classList.add('wide')
  return field
}

function validateAll(fields: Field[], value: () => unknown) {
  const problems = fields.map(field => field.validate())
  const first = problems.findIndex(problem => problem !== null)
  if (first < 0) return { value: value() }
  fields[first]?.input.focus()
  return { error: problems[first] }
}

/** The Link Authentication Element: one e-mail field. The e-mail is no secret and goes to the page. */
export function startEmailFrame(root: HTMLElement, channel: Channel, options: FrameOptions): void {
  const value = () => ({ email: email.value })
  const event = () => ({
    elementType: 'linkAuthentication',
    empty: email.empty,
    complete: email.complete,
    value: value(),
  })
  const email = new Field(
    {
      name: 'email',
      label: 'Email',
      autocomplete: 'email',
      placeholder: 'you@example.com',
      inputMode: 'email',
      labelled: true,
      value: options.defaultValues?.email ?? '',
      check: text =>
        EMAIL.test(text) ? null : validationError('incomplete_email', 'Your email is incomplete.'),
    },
    () => channel.send('change', event()),
  )
  root.className = 'form'
  email.root.classList.add('wide')
  root.append(email.root)
  channel.answer('validate', async () => validateAll([email], value))
  channel.answer('getValue', async () => event())
  channel.on('focus', () => email.input.focus())
}

interface AddressFields {
  name: Field
  line1: Field
  line2: Field
  city: Field
  state: Field
  postal: Field
  phone: Field
}

function addressFields(given: FrameOptions['defaultValues'], changed: () => void): AddressFields {
  const at = given?.address
  return {
    name: textField('name', 'Full name', 'name', given?.name, changed),
    line1: textField('line1', 'Address line 1', 'address-line1', at?.line1, changed),
    line2: textField('line2', 'Address line 2', 'address-line2', at?.line2, changed, true),
    city: textField('city', 'City', 'address-level2', at?.city, changed),
    state: textField('state', 'State or region', 'address-level1', at?.state, changed, true),
    postal: textField('postalCode', 'Postal code', 'postal-code', at?.postal_code, changed),
    phone: textField('phone', 'Phone number', 'tel', given?.phone, changed, true),
  }
}

function addressValue(fields: AddressFields, country: string, withPhone: boolean) {
  return {
    name: fields.name.value,
    address: {
      line1: fields.line1.value,
      line2: fields.line2.empty ? null : fields.line2.value,
      city: fields.city.value,
      state: fields.state.value,
      postal_code: fields.postal.value,
      country,
    },
    ...(withPhone ? { phone: fields.phone.value } : {}),
  }
}

/** The Address Element, in `billing` or `shipping` mode. */
export function startAddressFrame(root: HTMLElement, channel: Channel, options: FrameOptions): void {
  const given = options.defaultValues
  const changed = () => channel.send('change', event())
  const parts = addressFields(given, changed)
  const allowed = Object.entries(COUNTRIES).filter(
    ([code]) => options.allowedCountries?.includes(code) ?? true,
  )
  const country = new SelectField(
    {
      name: 'country',
      label: 'Country',
      autocomplete: 'country',
      options: Object.fromEntries(allowed),
      value: given?.address?.country ?? guessCountry(),
    },
    () => {
      renamePostal()
      changed()
    },
  )
  const renamePostal = () => {
    const label = parts.postal.root.querySelector('label')
    if (label) label.textContent = postalLabel(country.value)
  }
  const withPhone = options.addressFields?.phone === 'always'
  const { phone, ...always } = parts
  const fields = [...Object.values(always), ...(withPhone ? [phone] : [])]
  const value = () => addressValue(parts, country.value, withPhone)
  const event = () => ({
    elementType: 'address',
    elementMode: options.addressMode ?? 'billing',
    empty: fields.every(field => field.empty),
    complete: fields.every(field => field.complete),
    isNewAddress: true,
    value: value(),
  })
  renamePostal()
  root.className = 'form'
  country.root.classList.add('wide')
  root.append(parts.name.root, country.root, ...fields.slice(1).map(field => field.root))
  channel.answer('validate', async () => validateAll(fields, value))
  channel.answer('getValue', async () => event())
  channel.on('focus', () => parts.name.input.focus())
}
