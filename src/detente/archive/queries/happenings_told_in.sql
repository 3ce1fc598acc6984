SELECT *
FROM happenings
WHERE id IN (SELECT happening FROM placed_claims WHERE article IN (SELECT unnest($ids::VARCHAR[])))
ORDER BY coalesce(when_start, when_end, reported) NULLS LAST, id;
