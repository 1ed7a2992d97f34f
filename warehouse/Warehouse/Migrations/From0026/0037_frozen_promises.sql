-- What each version of a schedule line first promised: the lowest version says for all of them, whatever later ones say. Null in versions that were kept
-- before this was.
ALTER TABLE schedule_line_version ADD COLUMN first_commit_date DATE;
