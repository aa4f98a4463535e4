-- What admins look for by a part of it: names, e-mail addresses and titles. The extension comes with PostgreSQL, and whoever owns
-- the database may add it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX users_email_part ON users USING gin (email gin_trgm_ops);
CREATE INDEX user_profiles_name_part ON user_profiles USING gin (display_name gin_trgm_ops);
CREATE INDEX orders_title_part ON orders USING gin (title gin_trgm_ops);

-- CreateIndex
CREATE INDEX "orders_amount_id_idx" ON "orders"("amount", "id");
CREATE INDEX "payments_amount_id_idx" ON "payments"("amount", "id");
CREATE INDEX "payments_stripe_charge_id_idx" ON "payments"("stripe_charge_id");
CREATE INDEX "payments_stripe_transfer_id_idx" ON "payments"("stripe_transfer_id");
CREATE INDEX "payments_saved_card_id_idx" ON "payments"("saved_card_id");
CREATE INDEX "saved_cards_last4_idx" ON "saved_cards"("last4");
