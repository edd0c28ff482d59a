-- As for the first tables: a change of what a group owns needs an event. Inbox and watches are a person's own business.
DO $$
DECLARE
  owned text;
BEGIN
  FOREACH owned IN ARRAY ARRAY['comment_reactions', 'mentions', 'issue_links', 'weighings', 'weighing_votes',
                               'issue_templates', 'invitations']
  LOOP
    EXECUTE format('CREATE CONSTRAINT TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %I
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION insist_on_event(''group_id'')', owned || '_insist_on_event', owned);
  END LOOP;
END
$$;
--> statement-breakpoint
-- A view of one's own is nobody else's business; a view of the group is.
CREATE CONSTRAINT TRIGGER saved_views_insist_on_event AFTER INSERT OR UPDATE ON saved_views
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.owner_id IS NULL) EXECUTE FUNCTION insist_on_event('group_id');
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER saved_views_insist_on_event_last AFTER DELETE ON saved_views
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.owner_id IS NULL) EXECUTE FUNCTION insist_on_event('group_id');
--> statement-breakpoint
CREATE FUNCTION words_of(a_title text, a_text text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT setweight(to_tsvector('english', a_title), 'A') || setweight(to_tsvector('english', left(a_text, 20000)), 'C')
$$;
--> statement-breakpoint
-- Keeps search_documents in step with the table it is a trigger of, whose kind of document is its argument.
CREATE FUNCTION keep_found() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  found_key integer;
  found_issue integer;
  found_title text;
  found_text text;
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF TG_ARGV[0] IN ('issue', 'epic') THEN found_key := OLD.number; ELSE found_key := OLD.id; END IF;
    DELETE FROM search_documents WHERE group_id = OLD.group_id AND kind = TG_ARGV[0] AND key = found_key;
    RETURN NULL;
  END IF;
  CASE TG_ARGV[0]
    WHEN 'issue' THEN
      found_key := NEW.number; found_issue := NEW.number; found_title := NEW.title; found_text := NEW.description;
    WHEN 'epic' THEN
      found_key := NEW.number; found_title := NEW.title; found_text := NEW.description;
    WHEN 'comment' THEN
      found_key := NEW.id; found_issue := NEW.issue_number; found_title := ''; found_text := NEW.body;
    WHEN 'scope' THEN
      found_key := NEW.id; found_title := NEW.name; found_text := NEW.description;
    WHEN 'boundary' THEN
      found_key := NEW.id; found_title := NEW.area; found_text := concat_ws(' ', NEW.owner, NEW.relationship, NEW.sentence);
  END CASE;
  INSERT INTO search_documents (group_id, kind, key, issue_number, title, words)
  VALUES (NEW.group_id, TG_ARGV[0], found_key, found_issue, found_title, words_of(found_title, found_text))
  ON CONFLICT (group_id, kind, key) DO UPDATE SET title = excluded.title, words = excluded.words;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER issues_keep_found AFTER INSERT OR DELETE OR UPDATE OF title, description ON issues
  FOR EACH ROW EXECUTE FUNCTION keep_found('issue');
--> statement-breakpoint
CREATE TRIGGER epics_keep_found AFTER INSERT OR DELETE OR UPDATE OF title, description ON epics
  FOR EACH ROW EXECUTE FUNCTION keep_found('epic');
--> statement-breakpoint
CREATE TRIGGER comments_keep_found AFTER INSERT OR DELETE OR UPDATE OF body ON comments
  FOR EACH ROW EXECUTE FUNCTION keep_found('comment');
--> statement-breakpoint
CREATE TRIGGER scope_areas_keep_found AFTER INSERT OR DELETE OR UPDATE ON scope_areas
  FOR EACH ROW EXECUTE FUNCTION keep_found('scope');
--> statement-breakpoint
CREATE TRIGGER boundaries_keep_found AFTER INSERT OR DELETE OR UPDATE ON boundaries
  FOR EACH ROW EXECUTE FUNCTION keep_found('boundary');
--> statement-breakpoint
-- What was there before the triggers were.
INSERT INTO search_documents (group_id, kind, key, issue_number, title, words)
  SELECT group_id, 'issue', number, number, title, words_of(title, description) FROM issues
  UNION ALL SELECT group_id, 'epic', number, NULL, title, words_of(title, description) FROM epics
  UNION ALL SELECT group_id, 'comment', id, issue_number, '', words_of('', body) FROM comments
  UNION ALL SELECT group_id, 'scope', id, NULL, name, words_of(name, description) FROM scope_areas
  UNION ALL SELECT group_id, 'boundary', id, NULL, area,
    words_of(area, concat_ws(' ', owner, relationship, sentence)) FROM boundaries;
--> statement-breakpoint
-- Whoever loses a token loses the open live streams that it opened.
CREATE TRIGGER access_tokens_tell_access AFTER UPDATE OF revoked_at OR DELETE ON access_tokens
  FOR EACH ROW EXECUTE FUNCTION tell_access();
