import { newRequestKey } from '#lib/ids.ts'
import { SubmittedForm, type SubmittedFormProps } from './submitted-form.tsx'

type Props = Omit<SubmittedFormProps, 'requestKey'> & {
  /** Where a page issues the key itself because more than this form needs it. */
  requestKey?: string
}

/** A form around a server action, with a request key of its own. For server components: the key is issued on the server. */
export function ActionForm({ requestKey = newRequestKey(), ...form }: Props) {
  return <SubmittedForm requestKey={requestKey} {...form} />
}
