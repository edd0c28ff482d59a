ALTER TABLE "groups" ADD COLUMN "sync_day" smallint DEFAULT 4;--> statement-breakpoint
ALTER TABLE "groups" ADD COLUMN "sync_time" text DEFAULT '15:00' NOT NULL;--> statement-breakpoint
ALTER TABLE "groups" ADD COLUMN "sync_minutes" smallint DEFAULT 30 NOT NULL;