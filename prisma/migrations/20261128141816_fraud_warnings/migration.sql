-- CreateTable
CREATE TABLE "fraud_warnings" (
    "id" TEXT NOT NULL,
    "livemode" BOOLEAN NOT NULL,
    "payment_id" TEXT NOT NULL,
    "stripe_warning_id" TEXT NOT NULL,
    "fraud_type" TEXT NOT NULL,
    "is_actionable" BOOLEAN NOT NULL,
    "warned_at" TIMESTAMP(3) NOT NULL,
    "read_at" TIMESTAMP(3) NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "fraud_warnings_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "fraud_warnings_payment_id_idx" ON "fraud_warnings"("payment_id");

-- CreateIndex
CREATE INDEX "fraud_warnings_livemode_is_actionable_id_idx" ON "fraud_warnings"("livemode", "is_actionable", "id");

-- CreateIndex
CREATE UNIQUE INDEX "fraud_warnings_livemode_stripe_warning_id_key" ON "fraud_warnings"("livemode", "stripe_warning_id");

-- AddForeignKey
ALTER TABLE "fraud_warnings" ADD CONSTRAINT "fraud_warnings_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- Open pages of admins hear of it; the parties are not told what a bank suspects.
CREATE FUNCTION live_of_fraud_warning() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM live_hint(ARRAY[]::text[], true, p.order_id) FROM payments p WHERE p.id = NEW.payment_id;
  RETURN NULL;
END $$;
CREATE TRIGGER fraud_warnings_live AFTER INSERT OR UPDATE ON fraud_warnings
  FOR EACH ROW EXECUTE FUNCTION live_of_fraud_warning();
