-- As for the first tables: a change of what a group owns needs an event.
CREATE CONSTRAINT TRIGGER hand_overs_insist_on_event AFTER INSERT OR UPDATE OR DELETE ON hand_overs
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION insist_on_event('group_id');
