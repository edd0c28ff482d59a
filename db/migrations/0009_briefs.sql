CREATE TABLE "brief_visits" (
	"group_id" integer NOT NULL,
	"milestone_id" integer NOT NULL,
	"person_id" text NOT NULL,
	"since" timestamp with time zone,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "brief_visits_group_id_milestone_id_person_id_pk" PRIMARY KEY("group_id","milestone_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "brief_visits" ADD CONSTRAINT "brief_visits_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "brief_visits" ADD CONSTRAINT "brief_visits_group_id_milestone_id_milestones_group_id_id_fk" FOREIGN KEY ("group_id","milestone_id") REFERENCES "public"."milestones"("group_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "brief_visits_person" ON "brief_visits" USING btree ("person_id");