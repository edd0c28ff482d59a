CREATE TABLE "push_back_protects" (
	"group_id" integer NOT NULL,
	"push_back_id" integer NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_key" text NOT NULL,
	"issue_number" integer GENERATED ALWAYS AS (case when subject_kind = 'issue' then subject_key::integer end) STORED,
	"epic_number" integer GENERATED ALWAYS AS (case when subject_kind = 'epic' then subject_key::integer end) STORED,
	"milestone_id" integer GENERATED ALWAYS AS (case when subject_kind = 'milestone' then subject_key::integer end) STORED,
	CONSTRAINT "push_back_protects_group_id_push_back_id_subject_kind_subject_key_pk" PRIMARY KEY("group_id","push_back_id","subject_kind","subject_key"),
	CONSTRAINT "push_back_protects_subject_kind" CHECK ("push_back_protects"."subject_kind" in ('issue', 'epic', 'milestone'))
);
--> statement-breakpoint
CREATE TABLE "push_backs" (
	"group_id" integer NOT NULL,
	"id" integer NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_key" text NOT NULL,
	"issue_number" integer GENERATED ALWAYS AS (case when subject_kind = 'issue' then subject_key::integer end) STORED,
	"epic_number" integer GENERATED ALWAYS AS (case when subject_kind = 'epic' then subject_key::integer end) STORED,
	"milestone_id" integer GENERATED ALWAYS AS (case when subject_kind = 'milestone' then subject_key::integer end) STORED,
	"reason" text NOT NULL,
	"would_change" text DEFAULT '' NOT NULL,
	"revisit_on" date,
	"raised_by_id" text,
	"raised_at" timestamp with time zone NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"decided_by_id" text,
	"decided_at" timestamp with time zone,
	"version" bigint NOT NULL,
	"sample" boolean DEFAULT false NOT NULL,
	CONSTRAINT "push_backs_group_id_id_pk" PRIMARY KEY("group_id","id"),
	CONSTRAINT "push_backs_subject_kind" CHECK ("push_backs"."subject_kind" in ('issue', 'epic', 'milestone')),
	CONSTRAINT "push_backs_state" CHECK ("push_backs"."state" in ('open', 'deferred', 'accepted', 'declined')),
	CONSTRAINT "push_backs_reason" CHECK ("push_backs"."reason" ~ '\S'),
	CONSTRAINT "push_backs_decided" CHECK (("push_backs"."state" = 'open') = ("push_backs"."decided_at" is null)),
	CONSTRAINT "push_backs_deferred" CHECK ("push_backs"."state" <> 'deferred' or "push_backs"."revisit_on" is not null)
);
--> statement-breakpoint
ALTER TABLE "push_back_protects" ADD CONSTRAINT "push_back_protects_group_id_push_back_id_push_backs_group_id_id_fk" FOREIGN KEY ("group_id","push_back_id") REFERENCES "public"."push_backs"("group_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "push_back_protects" ADD CONSTRAINT "push_back_protects_group_id_issue_number_issues_group_id_number_fk" FOREIGN KEY ("group_id","issue_number") REFERENCES "public"."issues"("group_id","number") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "push_back_protects" ADD CONSTRAINT "push_back_protects_group_id_epic_number_epics_group_id_number_fk" FOREIGN KEY ("group_id","epic_number") REFERENCES "public"."epics"("group_id","number") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "push_back_protects" ADD CONSTRAINT "push_back_protects_group_id_milestone_id_milestones_group_id_id_fk" FOREIGN KEY ("group_id","milestone_id") REFERENCES "public"."milestones"("group_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "push_backs" ADD CONSTRAINT "push_backs_raised_by_id_people_id_fk" FOREIGN KEY ("raised_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "push_backs" ADD CONSTRAINT "push_backs_decided_by_id_people_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "push_backs" ADD CONSTRAINT "push_backs_group_id_issue_number_issues_group_id_number_fk" FOREIGN KEY ("group_id","issue_number") REFERENCES "public"."issues"("group_id","number") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "push_backs" ADD CONSTRAINT "push_backs_group_id_epic_number_epics_group_id_number_fk" FOREIGN KEY ("group_id","epic_number") REFERENCES "public"."epics"("group_id","number") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "push_backs" ADD CONSTRAINT "push_backs_group_id_milestone_id_milestones_group_id_id_fk" FOREIGN KEY ("group_id","milestone_id") REFERENCES "public"."milestones"("group_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "push_back_protects_epic" ON "push_back_protects" USING btree ("group_id","epic_number") WHERE epic_number is not null;--> statement-breakpoint
CREATE INDEX "push_back_protects_milestone" ON "push_back_protects" USING btree ("group_id","milestone_id") WHERE milestone_id is not null;--> statement-breakpoint
CREATE INDEX "push_back_protects_issue" ON "push_back_protects" USING btree ("group_id","issue_number");--> statement-breakpoint
CREATE INDEX "push_backs_epic" ON "push_backs" USING btree ("group_id","epic_number") WHERE epic_number is not null;--> statement-breakpoint
CREATE INDEX "push_backs_milestone" ON "push_backs" USING btree ("group_id","milestone_id") WHERE milestone_id is not null;--> statement-breakpoint
CREATE INDEX "push_backs_issue" ON "push_backs" USING btree ("group_id","issue_number");--> statement-breakpoint
CREATE INDEX "push_backs_revisit" ON "push_backs" USING btree ("group_id","revisit_on") WHERE revisit_on is not null;--> statement-breakpoint
-- What was pushed back and accepted in one act before there was a register, by the event that says so: where the act that took
-- the issue off stands. An undoing counts unless it was undone itself.
INSERT INTO push_backs (group_id, id, subject_kind, subject_key, reason, raised_by_id, raised_at, state, decided_by_id, decided_at, version)
SELECT e.group_id, e.number, 'issue', e.subject_key, e.data->>'reason', e.actor_id, e.happened_at, 'accepted', e.actor_id, e.happened_at, e.number
FROM events e JOIN issues i ON i.group_id = e.group_id AND i.number = e.issue_number
WHERE e.type = 'issue.pushed_back' AND NOT EXISTS (
  SELECT FROM events u WHERE u.group_id = e.group_id AND u.data ? 'undoes' AND u.data->'undoes' = e.data->'cause'
    AND NOT EXISTS (SELECT FROM events v WHERE v.group_id = u.group_id AND v.data ? 'undoes' AND v.data->'undoes' = to_jsonb(u.number)
      AND NOT EXISTS (SELECT FROM events w WHERE w.group_id = v.group_id AND w.data ? 'undoes' AND w.data->'undoes' = to_jsonb(v.number))));
--> statement-breakpoint
DO $$
DECLARE
  owned text;
BEGIN
  FOREACH owned IN ARRAY ARRAY['push_backs', 'push_back_protects']
  LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %I
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION insist_on_event(''group_id'')', owned || '_insist_on_event', owned);
  END LOOP;
END
$$;
