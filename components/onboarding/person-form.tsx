import { ActionForm } from '#components/ui/action-form.tsx'
import { CheckboxField, TextField } from '#components/ui/form-fields.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/action-state.ts'
import type { MessageKey } from '#lib/i18n/messages.ts'
import { useWords } from '#words'
import {
  AddressFields,
  type DetailLabels,
  type DetailValues,
  NumberFields,
  PersonFields,
} from './details-form.tsx'

export type Role = 'representative' | 'owner' | 'director' | 'executive'

const ROLE_LABELS: Record<Role, MessageKey> = {
  representative: 'verifying.role_representative',
  owner: 'verifying.role_owner',
  director: 'verifying.role_director',
  executive: 'verifying.role_executive',
}

export type PersonFormProps = {
  action: FormAction
  /** Of somebody who is named already. */
  stripePersonId?: string
  values: DetailValues
  labels: DetailLabels
  /** The parts that the country asks for, and those that this person has. */
  offered: Role[]
  ticked: Role[]
  title: string
  percentOwnership: string
  submit: string
}

function RoleFields({ offered, ticked }: Pick<PersonFormProps, 'offered' | 'ticked'>) {
  const t = useWords()
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 font-medium text-sm">{t('verifying.whatTheyAre')}</legend>
      {offered.map(role => (
        <CheckboxField
          key={role}
          name={role}
          label={t(ROLE_LABELS[role])}
          defaultChecked={ticked.includes(role)}
        />
      ))}
    </fieldset>
  )
}

/** Somebody of the company: what they are in it, and what Stripe wants to know of them for that. */
export function PersonForm(props: PersonFormProps) {
  const t = useWords()
  const { action, stripePersonId, values, labels, offered, ticked, submit } = props
  return (
    <ActionForm action={action} hidden={stripePersonId ? { stripePersonId } : {}}>
      <RoleFields offered={offered} ticked={ticked} />
      <PersonFields values={values} labels={labels} />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          name="title"
          label={t('verifying.title')}
          hint={t('verifying.titleHint')}
          optional
          defaultValue={props.title}
        />
        <TextField
          name="percentOwnership"
          label={t('verifying.shareInPercent')}
          hint={t('verifying.shareHint')}
          optional
          inputMode="decimal"
          defaultValue={props.percentOwnership}
        />
      </div>
      <AddressFields values={values} labels={labels} />
      <NumberFields values={values} labels={labels} />
      <SubmitButton className="justify-self-start" pending={t('verifying.sendingToStripe')}>
        {submit}
      </SubmitButton>
    </ActionForm>
  )
}
