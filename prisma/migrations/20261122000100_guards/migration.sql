-- What Prisma's schema language cannot say: partial uniqueness, bounds on money, and histories that only grow.

-- At most one payment of an order can hold or have taken money, whatever races.
CREATE UNIQUE INDEX payments_one_live_per_order ON payments (order_id)
  WHERE status IN ('pending', 'requires_action', 'requires_capture', 'succeeded');

-- The same card saved twice is one card; one default card for each customer.
CREATE UNIQUE INDEX saved_cards_one_per_fingerprint ON saved_cards (customer_id, fingerprint) WHERE removed_at IS NULL;
CREATE UNIQUE INDEX saved_cards_one_default ON saved_cards (customer_id) WHERE is_default AND removed_at IS NULL;

ALTER TABLE orders
  ADD CONSTRAINT orders_amount_positive CHECK (amount > 0),
  ADD CONSTRAINT orders_commission_within CHECK (commission_amount >= 0 AND commission_amount <= amount);

ALTER TABLE payments
  ADD CONSTRAINT payments_amount_positive CHECK (amount > 0),
  ADD CONSTRAINT payments_commission_within CHECK (commission_amount >= 0 AND commission_amount <= amount),
  ADD CONSTRAINT payments_captured_within CHECK (amount_captured >= 0 AND amount_captured <= amount),
  ADD CONSTRAINT payments_capture_request_within
    CHECK (capture_amount IS NULL OR (capture_amount > 0 AND capture_amount <= amount)),
  ADD CONSTRAINT payments_capture_or_release CHECK (capture_requested_at IS NULL OR release_requested_at IS NULL);

ALTER TABLE refunds ADD CONSTRAINT refunds_amount_positive CHECK (amount > 0);
-- Stripe's rule: the commission of a destination charge is only returned together with the transfer.
ALTER TABLE refunds ADD CONSTRAINT refunds_commission_needs_reversal CHECK (reverse_transfer OR NOT refund_commission);
ALTER TABLE recoveries ADD CONSTRAINT recoveries_amount_positive CHECK (amount > 0);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP;
END $$;

CREATE TRIGGER audit_events_append_only BEFORE UPDATE OR DELETE ON audit_events
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER order_events_append_only BEFORE UPDATE OR DELETE ON order_events
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
