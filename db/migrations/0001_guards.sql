-- What the table definitions cannot say: the ledger, its guards, and the exclusion of overlapping timeboxes.
ALTER TABLE milestones ADD CONSTRAINT milestones_no_overlap
  EXCLUDE USING gist (group_id WITH =, daterange(start_on, due_on, '[]') WITH &&) WHERE (shelf IS NULL);
--> statement-breakpoint
-- Spreading crowded ranks touches many rows in one statement; uniqueness is checked at its end.
ALTER TABLE issues DROP CONSTRAINT issues_rank;
--> statement-breakpoint
ALTER TABLE issues ADD CONSTRAINT issues_rank UNIQUE (group_id, rank) DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE issues DROP CONSTRAINT issues_plan_rank;
--> statement-breakpoint
ALTER TABLE issues ADD CONSTRAINT issues_plan_rank UNIQUE (group_id, plan_rank) DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
-- The hash of an event covers the hash before it, so that no row of the ledger can be altered or dropped unseen.
CREATE FUNCTION event_hash(before bytea, a_group integer, a_number bigint, a_type text, a_version smallint, an_actor text,
                           an_at timestamptz, a_happened timestamptz, a_kind text, a_key text, a_data jsonb) RETURNS bytea
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT sha256(before || convert_to(jsonb_build_array(a_group, a_number, a_type, a_version, an_actor,
    extract(epoch FROM an_at), extract(epoch FROM a_happened), a_kind, a_key, a_data)::text, 'UTF8'))
$$;
--> statement-breakpoint
-- Gives the event its number, writes it, and wakes the listeners at commit. Time never goes back from event to event.
CREATE FUNCTION record_event(a_group integer, a_type text, a_version integer, an_actor text, an_at timestamptz,
                             a_happened timestamptz, a_kind text, a_key text, a_data jsonb) RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE
  counter group_counters%ROWTYPE;
  new_hash bytea;
BEGIN
  SELECT * INTO STRICT counter FROM group_counters WHERE group_id = a_group FOR UPDATE;
  -- Commands count in milliseconds: what is finer could not be followed by anything of the same moment.
  an_at := date_trunc('milliseconds', an_at);
  a_happened := date_trunc('milliseconds', a_happened);
  IF an_at < counter.last_at THEN
    RAISE EXCEPTION 'an event of % after one of % is refused', an_at, counter.last_at
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  new_hash := event_hash(counter.last_hash, a_group, counter.last_event + 1, a_type, a_version::smallint, an_actor, an_at,
    a_happened, a_kind, a_key, a_data);
  INSERT INTO events (group_id, number, type, version, actor_id, at, happened_at, subject_kind, subject_key, data, hash, xact)
  VALUES (a_group, counter.last_event + 1, a_type, a_version, an_actor, an_at, a_happened, a_kind, a_key, a_data, new_hash,
    pg_current_xact_id());
  UPDATE group_counters SET last_event = counter.last_event + 1, last_hash = new_hash, last_at = an_at
    WHERE group_id = a_group;
  PERFORM pg_notify('saydo_events', a_group::text);
  RETURN counter.last_event + 1;
END
$$;
--> statement-breakpoint
CREATE FUNCTION refuse_change() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the ledger is append-only: % on % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;
--> statement-breakpoint
CREATE TRIGGER events_append_only BEFORE UPDATE OR DELETE ON events FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER events_no_truncate BEFORE TRUNCATE ON events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- At commit, a transaction that touched a group's rows must have recorded an event of that group.
CREATE FUNCTION insist_on_event() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  owner integer := (CASE WHEN TG_OP = 'DELETE' THEN to_jsonb(OLD) ELSE to_jsonb(NEW) END ->> TG_ARGV[0])::integer;
  newest xid8;
BEGIN
  SELECT xact INTO newest FROM events WHERE group_id = owner ORDER BY number DESC LIMIT 1;
  IF newest IS DISTINCT FROM pg_current_xact_id() THEN
    RAISE EXCEPTION 'a change of % without an event is refused', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
-- What people do with what is theirs alone, and what is derived from other rows, leaves no event.
DO $$
DECLARE
  owned text;
BEGIN
  FOR owned IN
    SELECT table_name FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name = 'group_id'
      AND table_name NOT IN ('group_counters', 'events', 'idempotency_keys', 'search_documents', 'inbox_items', 'watches',
        'saved_views', 'person_settings')
  LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %I
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION insist_on_event(''group_id'')', owned || '_insist_on_event', owned);
  END LOOP;
END
$$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER groups_insist_on_event AFTER INSERT OR UPDATE ON groups
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION insist_on_event('id');
--> statement-breakpoint
-- A view of one's own is nobody else's business; a view of the group is.
CREATE CONSTRAINT TRIGGER saved_views_insist_on_event AFTER INSERT OR UPDATE ON saved_views
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.owner_id IS NULL) EXECUTE FUNCTION insist_on_event('group_id');
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER saved_views_insist_on_event_last AFTER DELETE ON saved_views
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.owner_id IS NULL) EXECUTE FUNCTION insist_on_event('group_id');
--> statement-breakpoint
-- Whoever loses a session or a role loses the open live streams with it.
CREATE FUNCTION tell_access() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('saydo_access', (CASE WHEN TG_OP = 'DELETE' THEN to_jsonb(OLD) ELSE to_jsonb(NEW) END) ->> 'person_id');
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER sessions_tell_access AFTER UPDATE OR DELETE ON sessions FOR EACH ROW EXECUTE FUNCTION tell_access();
--> statement-breakpoint
CREATE TRIGGER group_roles_tell_access AFTER INSERT OR UPDATE OR DELETE ON group_roles FOR EACH ROW EXECUTE FUNCTION tell_access();
--> statement-breakpoint
-- Whoever loses a token loses the open live streams that it opened.
CREATE TRIGGER access_tokens_tell_access AFTER UPDATE OF revoked_at OR DELETE ON access_tokens
  FOR EACH ROW EXECUTE FUNCTION tell_access();
--> statement-breakpoint
-- The count of an inbox is sent to the person's open pages when it changes.
CREATE FUNCTION tell_inbox() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  item inbox_items := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
BEGIN
  PERFORM pg_notify('saydo_inbox', item.group_id || ' ' || item.person_id);
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER inbox_items_tell_inbox AFTER INSERT OR UPDATE OF done_at, snoozed_until OR DELETE ON inbox_items
  FOR EACH ROW EXECUTE FUNCTION tell_inbox();
