-- AlterTable
ALTER TABLE "audit_events" ADD COLUMN     "position" BIGINT,
ADD COLUMN     "previous_hash" TEXT,
ADD COLUMN     "hash" TEXT;

-- CreateTable
CREATE TABLE "audit_chain" (
    "id" BOOLEAN NOT NULL DEFAULT true,
    "position" BIGINT NOT NULL DEFAULT 0,
    "hash" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "audit_chain_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "audit_events_actor_id_id_idx" ON "audit_events"("actor_id", "id");

-- CreateIndex
CREATE INDEX "audit_events_action_id_idx" ON "audit_events"("action", "id");

-- CreateIndex
CREATE INDEX "audit_events_subject_id_id_idx" ON "audit_events"("subject_id", "id");

-- Where the chain ends: one row, which the sealer alone moves, forwards.
ALTER TABLE audit_chain ADD CONSTRAINT audit_chain_one_row CHECK (id);
INSERT INTO audit_chain DEFAULT VALUES;

-- The sealer finds what is not sealed by the first; no place in the chain is taken twice by the second.
CREATE INDEX audit_events_unsealed ON audit_events (created_at, id) WHERE position IS NULL;
CREATE UNIQUE INDEX audit_events_position ON audit_events (position) WHERE position IS NOT NULL;
ALTER TABLE audit_events ADD CONSTRAINT audit_events_sealed_whole
  CHECK (num_nulls(position, previous_hash, hash) IN (0, 3));

-- An event is written unsealed, sealed once, and otherwise never changed or removed.
CREATE FUNCTION keep_audit_event() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  seal CONSTANT text[] := ARRAY['position', 'previous_hash', 'hash'];
BEGIN
  IF TG_OP = 'INSERT' AND NEW.position IS NULL THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' AND OLD.position IS NULL AND NEW.position IS NOT NULL
    AND to_jsonb(NEW) - seal = to_jsonb(OLD) - seal THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'audit_events is append-only: % refused', TG_OP;
END $$;
DROP TRIGGER audit_events_append_only ON audit_events;
CREATE TRIGGER audit_events_append_only BEFORE INSERT OR UPDATE OR DELETE ON audit_events
  FOR EACH ROW EXECUTE FUNCTION keep_audit_event();
CREATE TRIGGER audit_events_never_emptied BEFORE TRUNCATE ON audit_events EXECUTE FUNCTION refuse_change();

CREATE FUNCTION keep_audit_chain() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.position > OLD.position THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'audit_chain only goes forwards: % refused', TG_OP;
END $$;
CREATE TRIGGER audit_chain_forwards BEFORE UPDATE OR DELETE ON audit_chain
  FOR EACH ROW EXECUTE FUNCTION keep_audit_chain();
CREATE TRIGGER audit_chain_never_emptied BEFORE TRUNCATE ON audit_chain EXECUTE FUNCTION refuse_change();
