ALTER TABLE "issue_labels" ADD COLUMN "beside" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "issue_labels" DROP CONSTRAINT "issue_labels_group_id_issue_number_scope_key_pk";--> statement-breakpoint
ALTER TABLE "issue_labels" ADD CONSTRAINT "issue_labels_group_id_issue_number_scope_key_beside_pk" PRIMARY KEY("group_id","issue_number","scope_key","beside");--> statement-breakpoint
ALTER TABLE "issue_labels" ADD CONSTRAINT "issue_labels_once" UNIQUE("group_id","issue_number","label_id");--> statement-breakpoint
ALTER TABLE "issue_labels" ADD CONSTRAINT "issue_labels_beside" CHECK ("issue_labels"."beside" in (0, "issue_labels"."label_id"));