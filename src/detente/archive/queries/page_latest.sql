-- What was told last as news; where nothing is dated, what happened last.
SELECT id
FROM happenings
ORDER BY background, reported DESC NULLS LAST, coalesce(when_start, when_end) DESC NULLS LAST, voices DESC, id
LIMIT $limit;
