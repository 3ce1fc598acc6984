-- The pairs that an actor (by all its codes) is in, those that most is told of first.
SELECT
    CASE WHEN one IN (SELECT unnest($actors)) THEN other ELSE one END AS partner,
    sum(p.events)::BIGINT AS events,
    sum(p.ties)::BIGINT AS ties,
    sum(p.cooperative)::BIGINT AS cooperative,
    sum(p.hostile)::BIGINT AS hostile,
    sum(p.level * (p.cooperative + p.hostile)) / nullif(sum(CASE WHEN p.level IS NOT NULL THEN p.cooperative + p.hostile END), 0) AS level,
    min(p.first) AS first,
    max(p.last) AS last
FROM page_pairs AS p
WHERE (one IN (SELECT unnest($actors)) OR other IN (SELECT unnest($actors)))
    AND NOT (one IN (SELECT unnest($actors)) AND other IN (SELECT unnest($actors)))
GROUP BY partner
ORDER BY sum(p.events + p.ties) DESC, partner
LIMIT $limit;
