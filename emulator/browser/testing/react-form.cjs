// A page of a shop with the Payment Element of the real React package, in StrictMode as Next.js has it.
const React = require('react')
const { createRoot } = require('react-dom/client')
const { Elements, PaymentElement, useElements, useStripe } = require('@stripe/react-stripe-js')
const { loadStripe } = require('@stripe/stripe-js/pure')

const query = new URLSearchParams(location.search)
const clientSecret = query.get('secret')
const dark = query.has('dark')
document.body.className = dark ? 'dark' : ''
window.told = []

const stripePromise = loadStripe('pk_test_local')

function Form() {
  const stripe = useStripe()
  const elements = useElements()
  const [result, setResult] = React.useState('')
  const [ready, setReady] = React.useState(false)
  async function submit(event) {
    event.preventDefault()
    setResult('')
    const checked = await elements.submit()
    if (checked.error) return setResult(`${checked.error.code}`)
    const confirm = clientSecret.startsWith('seti_') ? stripe.confirmSetup : stripe.confirmPayment
    const { error, setupIntent, paymentIntent } = await confirm({
      elements,
      clientSecret,
      confirmParams: { return_url: `${location.origin}/done` },
      redirect: query.has('redirect') ? 'always' : 'if_required',
    })
    const intent = setupIntent ?? paymentIntent
    const inError = error && (error.setup_intent ?? error.payment_intent)
    const reason =
      error && [error.type, error.code, error.decline_code, inError?.object].filter(Boolean).join(' ')
    setResult(error ? reason : `${intent.object} ${intent.status}`)
  }
  return React.createElement(
    'form',
    { onSubmit: submit },
    React.createElement(PaymentElement, {
      onReady: () => setReady(true),
      onChange: event => window.told.push(event),
      onLoadError: event => setResult(`load error ${event.error.code}`),
    }),
    React.createElement('button', { disabled: !stripe || !ready }, 'Save'),
    React.createElement('p', { role: 'status' }, result),
  )
}

const options = {
  mode: clientSecret?.startsWith('pi_') ? 'payment' : 'setup',
  currency: 'eur',
  ...(clientSecret?.startsWith('pi_') ? { amount: 5000 } : {}),
  appearance: { theme: dark ? 'night' : 'stripe', variables: { borderRadius: '9px' } },
}

function Page() {
  const [shown, setShown] = React.useState(true)
  return React.createElement(
    'main',
    null,
    React.createElement('h1', null, 'Shop'),
    shown && React.createElement(Elements, { stripe: stripePromise, options }, React.createElement(Form)),
    React.createElement('button', { onClick: () => setShown(!shown) }, 'Toggle'),
  )
}

createRoot(document.getElementById('root')).render(
  React.createElement(React.StrictMode, null, React.createElement(Page)),
)
