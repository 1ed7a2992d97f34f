-- What decides the place of a statement in the history of its member, whenever it came: its own day, and the lowest version ever told of the member.
-- The own day of an undated statement that speaks from the beginning was not kept; it goes on speaking from there.
ALTER TABLE member_statement ADD COLUMN own_day DATE;
ALTER TABLE member_statement ADD COLUMN lowest_version BIGINT;
UPDATE member_statement
SET own_day = effective_date, lowest_version = l.lowest_version
FROM (SELECT dimension, durable_key, min(version) AS lowest_version FROM member_statement GROUP BY dimension, durable_key) AS l
WHERE l.dimension = member_statement.dimension AND l.durable_key = member_statement.durable_key;
