ALTER TABLE "sandbox_changes" DROP CONSTRAINT "sandbox_changes_what";--> statement-breakpoint
ALTER TABLE "sandbox_changes" ADD CONSTRAINT "sandbox_changes_what" CHECK (case "sandbox_changes"."what"
        when 'timeOff' then "sandbox_changes"."person_id" is not null and "sandbox_changes"."from_on" <= "sandbox_changes"."to_on" and "sandbox_changes"."to_on" is not null
        when 'timeOffCut' then "sandbox_changes"."person_id" is not null and "sandbox_changes"."from_on" <= "sandbox_changes"."to_on" and "sandbox_changes"."to_on" is not null
        when 'override' then "sandbox_changes"."person_id" is not null and "sandbox_changes"."term" is not null and "sandbox_changes"."value" >= 0 and "sandbox_changes"."value" is not null
        when 'focus' then "sandbox_changes"."value" >= 0 and "sandbox_changes"."value" is not null
        when 'candidate' then "sandbox_changes"."issue_number" is not null and "sandbox_changes"."is_in" is not null
        when 'deliverable' then "sandbox_changes"."issue_number" is not null and "sandbox_changes"."is_in" is not null
        when 'dri' then "sandbox_changes"."issue_number" is not null and "sandbox_changes"."person_id" is not null
        else false end);