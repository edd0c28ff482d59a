-- Numbers the story in the order of time, each event with the hash of the one before, and sets the group's counters.
do $$
declare
  the_group integer := (select group_id from load);
  counter group_counters%rowtype;
  told record;
begin
  select * into strict counter from group_counters where group_id = the_group for update;
  for told in select at, type, actor_id, issue_number, data from story order by at, seq loop
    counter.last_hash := event_hash(counter.last_hash, the_group, counter.last_event + 1, told.type, told.actor_id,
      told.at, told.issue_number, told.data);
    counter.last_event := counter.last_event + 1;
    insert into events (group_id, number, type, actor_id, at, issue_number, data, hash, xact)
    values (the_group, counter.last_event, told.type, told.actor_id, told.at, told.issue_number, told.data,
      counter.last_hash, pg_current_xact_id());
  end loop;
  update group_counters set last_event = counter.last_event, last_hash = counter.last_hash,
    last_issue = (select issues from load)
  where group_id = the_group;
  perform pg_notify('saydo_events', the_group::text);
end
$$;
