-- What moves and what is built between whom, what most is told of first. A filter that is null lets everything through.
WITH told AS (
    FROM page_routes
    WHERE ($actor::VARCHAR IS NULL OR list_contains(actors, $actor::VARCHAR))
        AND ($since::DATE IS NULL OR day >= $since::DATE)
        AND ($until::DATE IS NULL OR day <= $until::DATE)
        AND ($kind::VARCHAR IS NULL OR kind = $kind::VARCHAR)
),
most AS (
    SELECT
        way,
        count(*) AS claims,
        min(day) AS first,
        max(day) AS last,
        coalesce(arg_max(claim, day), min(claim)) AS claim
    FROM told
    GROUP BY way
    ORDER BY claims DESC, last DESC NULLS LAST, claim
    LIMIT $limit
)
SELECT
    any_value(told.kind) AS kind,
    any_value(told.type) AS type,
    any_value(told.sources) AS sources,
    any_value(told.targets) AS targets,
    any_value(told.through) AS through,
    any_value(told.route) AS route,
    any_value(told.site) AS site,
    any_value(told.name) FILTER (told.name <> '') AS name,
    any_value(most.claims) AS claims,
    any_value(most.first) AS first,
    any_value(most.last) AS last,
    arg_max(told.status, told.day) AS status,
    any_value(most.claim) AS claim,
    coalesce(arg_max(told.article, told.day), min(told.article)) AS article
FROM told
JOIN most USING (way)
GROUP BY way
ORDER BY any_value(most.claims) DESC, any_value(most.last) DESC NULLS LAST, any_value(most.claim);
