-- What moves and what is built between whom, what most is told of first. A filter that is null lets everything through.
SELECT
    kind,
    type,
    sources,
    targets,
    through,
    route,
    site,
    any_value(name) FILTER (name <> '') AS name,
    count(*) AS claims,
    min(day) AS first,
    max(day) AS last,
    arg_max(status, day) AS status,
    coalesce(arg_max(claim, day), min(claim)) AS claim,
    coalesce(arg_max(article, day), min(article)) AS article
FROM page_routes
WHERE ($actor::VARCHAR IS NULL OR list_contains(actors, $actor::VARCHAR))
    AND ($since::DATE IS NULL OR day >= $since::DATE)
    AND ($until::DATE IS NULL OR day <= $until::DATE)
    AND ($kind::VARCHAR IS NULL OR kind = $kind::VARCHAR)
GROUP BY kind, type, sources, targets, through, route, site
ORDER BY claims DESC, last DESC NULLS LAST, claim
LIMIT $limit;
