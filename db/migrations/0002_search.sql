-- Small letters everywhere alike, whatever the locale of the database knows; the first of these that the server has.
-- What it makes of a text is what `folded` in lib/kit/folded.ts makes of it.
DO $body$
DECLARE
  letters text;
BEGIN
  SELECT quote_ident(collname) INTO letters FROM pg_collation
    WHERE collnamespace = 'pg_catalog'::regnamespace AND collname IN ('pg_c_utf8', 'und-x-icu')
      AND collencoding IN (-1, pg_char_to_encoding('UTF8')) ORDER BY collname LIMIT 1;
  EXECUTE format($make$
    CREATE FUNCTION folded(a_text text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 200 AS $$
      SELECT regexp_replace(CASE WHEN octet_length(a_text) = char_length(a_text) THEN lower(a_text COLLATE pg_catalog.%1$s) ELSE
        normalize(replace(replace(replace(replace(translate(regexp_replace(lower(normalize(a_text, NFKD) COLLATE pg_catalog.%1$s),
          '[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]', '', 'g'),
          U&'\0131\03C2\00F8\0142\0111\00F0\0127\0167\2018\2019\02BC\201C\201D\201E\2010\2013\2014', U&'i\03C3olddht\0027\0027\0027"""---'),
          U&'\00DF', 'ss'), U&'\00E6', 'ae'), U&'\0153', 'oe'), U&'\00FE', 'th'), NFC) END,
        '[\u0001- \u0085\u1680\u2028\u2029]+', ' ', 'g')
    $$ $make$, coalesce(letters, '"default"'));
END
$body$;
--> statement-breakpoint
-- The order of titles and names: Ä beside A, "item 9" before "item 10". A server without ICU has the order of its bytes.
DO $body$
BEGIN
  CREATE COLLATION by_language (provider = icu, locale = 'und-u-kn-true');
EXCEPTION WHEN feature_not_supported OR invalid_parameter_value OR undefined_object THEN
  CREATE COLLATION by_language FROM pg_catalog."C";
END
$body$;
--> statement-breakpoint
CREATE FUNCTION words_of(a_title text, a_text text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT setweight(to_tsvector('english', folded(a_title)), 'A') || setweight(to_tsvector('english', folded(left(a_text, 20000))), 'C')
$$;
--> statement-breakpoint
CREATE FUNCTION plain_of(a_title text, a_text text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT folded(a_title) || E'\n' || folded(a_text) $$;
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
  INSERT INTO search_documents (group_id, kind, key, issue_number, title, words, plain)
  VALUES (NEW.group_id, TG_ARGV[0], found_key, found_issue, found_title, words_of(found_title, found_text),
    plain_of(found_title, found_text))
  ON CONFLICT (group_id, kind, key) DO UPDATE SET title = excluded.title, words = excluded.words, plain = excluded.plain;
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
