-- Hints for open pages: whom a change concerns, and what it is about. Told when the change commits, by the statement that makes it, and
-- with the same words only once in a transaction. See docs/decisions/0014-live-pages.md.

-- `recipients` are ids of users; `to_admins` is for whoever may see every order; `about` is an order's id or a word.
CREATE FUNCTION live_hint(recipients text[], to_admins boolean, about text) RETURNS void LANGUAGE sql AS $$
  SELECT pg_notify('holdfast_live', json_build_object('to', recipients, 'admins', to_admins, 'about', about)::text)
$$;

CREATE FUNCTION live_order(changed_order_id text) RETURNS void LANGUAGE sql AS $$
  SELECT live_hint(ARRAY[o.employer_id, o.contractor_id], true, o.id) FROM orders o WHERE o.id = changed_order_id
$$;

CREATE FUNCTION live_notification() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM live_hint(ARRAY[NEW.recipient_id], false, 'notifications');
  RETURN NULL;
END $$;

CREATE FUNCTION live_of_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM live_hint(ARRAY[NEW.employer_id, NEW.contractor_id], true, NEW.id);
  RETURN NULL;
END $$;

CREATE FUNCTION live_of_order_part() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM live_order(NEW.order_id);
  RETURN NULL;
END $$;

CREATE FUNCTION live_of_payment_part() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM live_order(p.order_id) FROM payments p WHERE p.id = NEW.payment_id;
  RETURN NULL;
END $$;

CREATE FUNCTION live_of_recovery() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM live_order(NEW.order_id);
  PERFORM live_hint(ARRAY[NEW.contractor_id], true, 'balance');
  RETURN NULL;
END $$;

CREATE FUNCTION live_of_payout() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM live_hint(ARRAY[a.user_id], false, 'balance') FROM connected_accounts a WHERE a.id = NEW.connected_account_id;
  RETURN NULL;
END $$;

CREATE FUNCTION live_of_account() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM live_hint(ARRAY[NEW.user_id], true, 'account');
  RETURN NULL;
END $$;

-- Whose streams are to end.
CREATE FUNCTION live_session_over() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('holdfast_live', json_build_object('session', NEW.id)::text);
  RETURN NULL;
END $$;

CREATE FUNCTION live_user_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('holdfast_live', json_build_object('user', NEW.id)::text);
  RETURN NULL;
END $$;

CREATE TRIGGER notifications_live AFTER INSERT ON notifications
  FOR EACH ROW EXECUTE FUNCTION live_notification();
CREATE TRIGGER notifications_live_read AFTER UPDATE OF read_at ON notifications
  FOR EACH ROW EXECUTE FUNCTION live_notification();
CREATE TRIGGER orders_live AFTER INSERT OR UPDATE ON orders
  FOR EACH ROW EXECUTE FUNCTION live_of_order();
CREATE TRIGGER order_events_live AFTER INSERT ON order_events
  FOR EACH ROW EXECUTE FUNCTION live_of_order_part();
CREATE TRIGGER order_messages_live AFTER INSERT ON order_messages
  FOR EACH ROW EXECUTE FUNCTION live_of_order_part();
CREATE TRIGGER payments_live AFTER INSERT OR UPDATE ON payments
  FOR EACH ROW EXECUTE FUNCTION live_of_order_part();
CREATE TRIGGER disagreements_live AFTER INSERT OR UPDATE ON disagreements
  FOR EACH ROW EXECUTE FUNCTION live_of_order_part();
CREATE TRIGGER refunds_live AFTER INSERT OR UPDATE ON refunds
  FOR EACH ROW EXECUTE FUNCTION live_of_payment_part();
CREATE TRIGGER disputes_live AFTER INSERT OR UPDATE ON disputes
  FOR EACH ROW EXECUTE FUNCTION live_of_payment_part();
CREATE TRIGGER recoveries_live AFTER INSERT OR UPDATE ON recoveries
  FOR EACH ROW EXECUTE FUNCTION live_of_recovery();
CREATE TRIGGER payouts_live AFTER INSERT OR UPDATE ON payouts
  FOR EACH ROW EXECUTE FUNCTION live_of_payout();
CREATE TRIGGER connected_accounts_live AFTER UPDATE ON connected_accounts
  FOR EACH ROW WHEN (OLD.requirements IS DISTINCT FROM NEW.requirements
    OR OLD.charges_enabled <> NEW.charges_enabled OR OLD.payouts_enabled <> NEW.payouts_enabled
    OR OLD.transfers_status <> NEW.transfers_status OR OLD.external_bank_last4 IS DISTINCT FROM NEW.external_bank_last4)
  EXECUTE FUNCTION live_of_account();
CREATE TRIGGER sessions_live AFTER UPDATE OF revoked_at ON sessions
  FOR EACH ROW WHEN (NEW.revoked_at IS NOT NULL) EXECUTE FUNCTION live_session_over();
CREATE TRIGGER users_live AFTER UPDATE OF suspended_at, role ON users
  FOR EACH ROW EXECUTE FUNCTION live_user_changed();
