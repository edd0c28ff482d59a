-- Numbers the timeline in the order of time, each event with the hash of the one before, and sets the group's counters.
do $$
declare
  the_group integer := (select group_id from load);
  counter group_counters%rowtype;
  entry record;
begin
  select * into strict counter from group_counters where group_id = the_group for update;
  for entry in select at, type, actor_id, kind, key, data from timeline order by at, seq loop
    counter.last_hash := event_hash(counter.last_hash, the_group, counter.last_event + 1, entry.type, 1::smallint,
      entry.actor_id, entry.at, entry.at, entry.kind, entry.key, entry.data);
    counter.last_at := entry.at;
    counter.last_event := counter.last_event + 1;
    insert into events (group_id, number, type, version, actor_id, at, happened_at, subject_kind, subject_key, data, hash,
      xact)
    values (the_group, counter.last_event, entry.type, 1, entry.actor_id, entry.at, entry.at, entry.kind, entry.key, entry.data,
      counter.last_hash, pg_current_xact_id());
  end loop;
  update group_counters set last_event = counter.last_event, last_hash = counter.last_hash, last_at = counter.last_at,
    last_issue = (select issues from load)
  where group_id = the_group;
  perform pg_notify('saydo_events', the_group::text);
end
$$;
