-- Happenings asked for. A filter that is null lets everything through. What has no time of its own counts as of its first report.
SELECT *
FROM happenings
WHERE ($between::VARCHAR[] IS NULL
        OR list_has_all(source || target || source_countries || target_countries, $between::VARCHAR[]))
    AND ($actor::VARCHAR IS NULL
        OR list_contains(source || target || source_countries || target_countries, $actor::VARCHAR))
    AND ($type::VARCHAR[] IS NULL OR list_contains($type::VARCHAR[], lower(type)))
    AND ($stage::VARCHAR[] IS NULL OR list_contains($stage::VARCHAR[], stage))
    AND ($since::DATE IS NULL OR coalesce(when_end, reported) >= $since::DATE)
    AND ($until::DATE IS NULL OR coalesce(when_start, reported) <= $until::DATE)
    AND ($background::BOOLEAN IS NULL OR background = $background::BOOLEAN)
    AND articles >= $least_articles
    AND voices >= $least_voices
    AND ($ids::VARCHAR[] IS NULL OR id IN (SELECT unnest($ids::VARCHAR[])))
ORDER BY coalesce(when_start, when_end, reported) NULLS LAST, id
LIMIT $limit;
