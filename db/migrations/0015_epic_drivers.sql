-- A tech lead drives an epic as a DRI does an issue: who leads one already has a row too, from the day they were named.
ALTER TABLE dri_assignments DISABLE TRIGGER USER;
--> statement-breakpoint
INSERT INTO dri_assignments (group_id, subject_kind, subject_number, person_id, from_at, by_id, why)
SELECT e.group_id, 'epic', e.number, e.tech_lead_id, coalesce(named.at, e.created_at), named.actor_id,
  CASE WHEN named.actor_id = e.tech_lead_id THEN 'took' ELSE 'assigned' END
FROM epics e LEFT JOIN LATERAL (
  SELECT v.at, v.actor_id FROM events v
  WHERE v.group_id = e.group_id AND v.subject_kind = 'epic' AND v.subject_key = e.number::text
    AND v.type IN ('epic.created', 'epic.tech_lead_set')
  ORDER BY v.number DESC LIMIT 1) named ON true
WHERE e.tech_lead_id IS NOT NULL;
--> statement-breakpoint
ALTER TABLE dri_assignments ENABLE TRIGGER USER;
