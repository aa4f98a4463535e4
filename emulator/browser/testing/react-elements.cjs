// A page with the elements that `?show=` names, by the real React package in StrictMode: `?secret=` makes the group
// with a client secret, `?mode=` defers the intent, and neither makes a plain group.
const React = require('react')
const { createRoot } = require('react-dom/client')
const elements = require('@stripe/react-stripe-js')
const { loadStripe } = require('@stripe/stripe-js/pure')

const query = new URLSearchParams(location.search)
const SHOWN = {
  payment: ['PaymentElement'],
  card: ['CardElement'],
  split: ['CardNumberElement', 'CardExpiryElement', 'CardCvcElement'],
  address: ['AddressElement'],
  link: ['LinkAuthenticationElement'],
  express: ['ExpressCheckoutElement'],
}
const OPTIONS = { AddressElement: { mode: 'shipping' } }
window.ready = []
window.told = []
window.messages = []
window.addEventListener('message', event => window.messages.push(JSON.stringify(event.data)))

function groupOptions() {
  if (query.has('secret')) return { clientSecret: query.get('secret') }
  if (!query.has('mode')) return undefined
  const amount = query.get('mode') === 'payment' ? { amount: 5000 } : {}
  return { mode: query.get('mode'), currency: 'usd', ...amount }
}

/** Gives the test what the hooks give a page. */
function Hooks() {
  const stripe = elements.useStripe()
  const group = elements.useElements()
  React.useEffect(() => {
    Object.assign(window, { stripe, group })
  }, [stripe, group])
  return null
}

function Shown() {
  return query
    .get('show')
    .split(',')
    .flatMap(name => SHOWN[name])
    .map(name =>
      React.createElement(elements[name], {
        key: name,
        options: OPTIONS[name],
        onReady: () => window.ready.push(name),
        onChange: event => window.told.push(event),
        ...(name === 'ExpressCheckoutElement' ? { onConfirm: () => {} } : {}),
      }),
    )
}

const stripePromise = loadStripe('pk_test_local')
const options = groupOptions()

function Page() {
  const [shown, setShown] = React.useState(true)
  return React.createElement(
    'main',
    null,
    React.createElement('h1', null, 'Shop'),
    shown &&
      React.createElement(
        elements.Elements,
        { stripe: stripePromise, options },
        React.createElement(Hooks),
        React.createElement(Shown),
      ),
    React.createElement('button', { onClick: () => setShown(!shown) }, 'Toggle'),
  )
}

createRoot(document.getElementById('root')).render(
  React.createElement(React.StrictMode, null, React.createElement(Page)),
)
