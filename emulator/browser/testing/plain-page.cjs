// A page that uses Stripe.js by hand: `window.stripe` for the test, and a place for each element.
const { loadStripe } = require('@stripe/stripe-js/pure')

window.told = []
window.messages = []
window.addEventListener('message', event => window.messages.push(JSON.stringify(event.data)))
window.stripeReady = loadStripe('pk_test_local').then(stripe => {
  window.stripe = stripe
})
