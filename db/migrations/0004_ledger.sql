CREATE TABLE "build_spans" (
	"group_id" integer NOT NULL,
	"issue_number" integer NOT NULL,
	"milestone_id" integer NOT NULL,
	"from_at" timestamp with time zone NOT NULL,
	"from_event" bigint NOT NULL,
	"until_at" timestamp with time zone,
	"until_event" bigint,
	CONSTRAINT "build_spans_group_id_issue_number_from_event_pk" PRIMARY KEY("group_id","issue_number","from_event"),
	CONSTRAINT "build_spans_end" CHECK (("build_spans"."until_at" is null) = ("build_spans"."until_event" is null) and "build_spans"."until_at" >= "build_spans"."from_at")
);
--> statement-breakpoint
CREATE TABLE "milestone_slips" (
	"group_id" integer NOT NULL,
	"milestone_id" integer NOT NULL,
	"issue_number" integer NOT NULL,
	"closed_at" timestamp with time zone NOT NULL,
	"destination_kind" text,
	"destination_id" integer,
	"slip_reason" text,
	"slip_text" text DEFAULT '' NOT NULL,
	CONSTRAINT "milestone_slips_group_id_milestone_id_issue_number_pk" PRIMARY KEY("group_id","milestone_id","issue_number"),
	CONSTRAINT "milestone_slips_destination" CHECK ("milestone_slips"."destination_kind" in ('next', 'shelf', 'none')
        and ("milestone_slips"."destination_kind" = 'none') = ("milestone_slips"."destination_id" is null)
        or "milestone_slips"."destination_kind" is null and "milestone_slips"."destination_id" is null),
	CONSTRAINT "milestone_slips_reason" CHECK ("milestone_slips"."slip_reason" in ('blocked', 'bigger', 'rfh', 'time_off', 'scope', 'deprioritised', 'other')
        or "milestone_slips"."slip_reason" is null and "milestone_slips"."slip_text" = '')
);
--> statement-breakpoint
ALTER TABLE "milestone_outcomes" DROP CONSTRAINT "milestone_outcomes_destination";--> statement-breakpoint
ALTER TABLE "milestone_outcomes" DROP CONSTRAINT "milestone_outcomes_reason";--> statement-breakpoint
ALTER TABLE "group_counters" ADD COLUMN "spans_known" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "milestones" ADD COLUMN "frozen_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "milestone_outcomes" ADD COLUMN "first_weight" integer;--> statement-breakpoint
ALTER TABLE "milestone_outcomes" ADD COLUMN "work_type" text;--> statement-breakpoint
ALTER TABLE "milestone_outcomes" ADD COLUMN "on_board" boolean;--> statement-breakpoint
ALTER TABLE "milestone_outcomes" ADD COLUMN "frozen_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "build_spans" ADD CONSTRAINT "build_spans_group_id_issue_number_issues_group_id_number_fk" FOREIGN KEY ("group_id","issue_number") REFERENCES "public"."issues"("group_id","number") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "build_spans" ADD CONSTRAINT "build_spans_group_id_milestone_id_milestones_group_id_id_fk" FOREIGN KEY ("group_id","milestone_id") REFERENCES "public"."milestones"("group_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestone_slips" ADD CONSTRAINT "milestone_slips_outcome" FOREIGN KEY ("group_id","milestone_id","issue_number") REFERENCES "public"."milestone_outcomes"("group_id","milestone_id","issue_number") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "build_spans_milestone" ON "build_spans" USING btree ("group_id","milestone_id");--> statement-breakpoint
-- What was written with the closing is told by two tables from now on: the outcome as of a moment, and what the closing added.
INSERT INTO milestone_slips (group_id, milestone_id, issue_number, closed_at, destination_kind, destination_id, slip_reason, slip_text)
  SELECT group_id, milestone_id, issue_number, closed_at, destination_kind, destination_id, slip_reason, slip_text
  FROM milestone_outcomes WHERE destination_kind IS NOT NULL OR slip_reason IS NOT NULL;
--> statement-breakpoint
ALTER TABLE milestone_outcomes DISABLE TRIGGER USER;
--> statement-breakpoint
UPDATE milestone_outcomes SET frozen_at = closed_at, first_weight = weight, on_board = outcome = 'completed' OR destination_kind IS NOT NULL;
--> statement-breakpoint
ALTER TABLE milestone_outcomes ENABLE TRIGGER USER;
--> statement-breakpoint
ALTER TABLE milestone_outcomes ALTER COLUMN on_board SET NOT NULL, ALTER COLUMN frozen_at SET NOT NULL;
--> statement-breakpoint
ALTER TABLE milestones DISABLE TRIGGER USER;
--> statement-breakpoint
UPDATE milestones m SET frozen_at = m.closed_at WHERE m.closed_at IS NOT NULL AND (
  SELECT e.data ? 'issues' FROM events e WHERE e.group_id = m.group_id AND e.subject_kind = 'milestone'
    AND e.subject_key = m.id::text AND e.type = 'milestone.closed' ORDER BY e.number DESC LIMIT 1);
--> statement-breakpoint
ALTER TABLE milestones ENABLE TRIGGER USER;
--> statement-breakpoint
-- The spans of what was recorded by now are derived once the schema is there.
UPDATE group_counters SET spans_known = false;
--> statement-breakpoint
ALTER TABLE "milestone_outcomes" DROP COLUMN "closed_at";--> statement-breakpoint
ALTER TABLE "milestone_outcomes" DROP COLUMN "destination_kind";--> statement-breakpoint
ALTER TABLE "milestone_outcomes" DROP COLUMN "destination_id";--> statement-breakpoint
ALTER TABLE "milestone_outcomes" DROP COLUMN "slip_reason";--> statement-breakpoint
ALTER TABLE "milestone_outcomes" DROP COLUMN "slip_text";--> statement-breakpoint
ALTER TABLE "milestone_outcomes" ADD CONSTRAINT "milestone_outcomes_type" CHECK ("milestone_outcomes"."work_type" in ('bug', 'maintenance', 'feature', 'ignore'));
--> statement-breakpoint
CREATE TRIGGER milestone_slips_never_change BEFORE UPDATE ON milestone_slips FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER milestone_slips_no_truncate BEFORE TRUNCATE ON milestone_slips FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER milestone_slips_insist_on_event AFTER INSERT OR DELETE ON milestone_slips
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION insist_on_event('group_id');
--> statement-breakpoint
-- At commit, a transaction that took such rows away must have reopened their milestone within a day of the moment that they
-- tell, or have removed the sample. What was frozen goes only with the reopening of a milestone that was closed early.
CREATE OR REPLACE FUNCTION insist_on_reopening() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  gone jsonb := to_jsonb(OLD);
BEGIN
  IF EXISTS (SELECT FROM events WHERE group_id = OLD.group_id AND subject_kind = 'milestone'
      AND subject_key = OLD.milestone_id::text AND type = 'milestone.reopened' AND xact = pg_current_xact_id()
      AND at <= coalesce(gone ->> 'closed_at', gone ->> 'frozen_at')::timestamptz + interval '1 day'
      AND (gone ? 'closed_at' OR (data ->> 'unfrozen')::boolean))
    OR EXISTS (SELECT FROM events WHERE group_id = OLD.group_id AND subject_kind = 'group'
      AND subject_key = OLD.group_id::text AND type = 'sample.removed' AND xact = pg_current_xact_id()) THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION 'the outcomes of a closed milestone never change' USING ERRCODE = 'restrict_violation';
END
$$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER milestone_slips_stay AFTER DELETE ON milestone_slips
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION insist_on_reopening();
--> statement-breakpoint
-- On whose Build Board issues are now, by what labels mean now: one issue, or all of a group. Where no label means the
-- group, none is asked for.
CREATE FUNCTION build_places(a_group integer, an_issue integer) RETURNS TABLE (issue_number integer, milestone_id integer)
LANGUAGE sql STABLE AS $$
  SELECT i.number, i.milestone_id FROM issues i
  WHERE i.group_id = a_group AND (an_issue IS NULL OR i.number = an_issue) AND i.kind = 'issue' AND i.milestone_id IS NOT NULL
    AND EXISTS (SELECT FROM issue_labels x JOIN labels k ON k.group_id = x.group_id AND k.id = x.label_id
      WHERE x.group_id = a_group AND x.issue_number = i.number AND k.meaning = 'deliverable')
    AND NOT EXISTS (SELECT FROM labels k WHERE k.group_id = a_group AND k.meaning = 'group' AND NOT EXISTS (
      SELECT FROM issue_labels x WHERE x.group_id = a_group AND x.issue_number = i.number AND x.label_id = k.id))
$$;
--> statement-breakpoint
-- Ends and begins the spans that an event has changed, after its rows: of one issue, or of all where labels took on another meaning.
CREATE FUNCTION follow_build(a_group integer, an_issue integer, an_event bigint, an_at timestamptz) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  moment timestamptz := date_trunc('milliseconds', an_at);
BEGIN
  UPDATE build_spans s SET until_at = moment, until_event = an_event
    WHERE s.group_id = a_group AND (an_issue IS NULL OR s.issue_number = an_issue) AND s.until_at IS NULL
      AND NOT EXISTS (SELECT FROM build_places(a_group, s.issue_number) p WHERE p.milestone_id = s.milestone_id);
  INSERT INTO build_spans (group_id, issue_number, milestone_id, from_at, from_event)
    SELECT a_group, p.issue_number, p.milestone_id, moment, an_event FROM build_places(a_group, an_issue) p
    WHERE NOT EXISTS (SELECT FROM build_spans s
      WHERE s.group_id = a_group AND s.issue_number = p.issue_number AND s.until_at IS NULL);
END
$$;
