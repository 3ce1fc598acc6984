-- Outlets with what they published.
SELECT outlet, sum(articles)::BIGINT AS articles, sum(claims)::BIGINT AS claims, min(first) AS first, max(last) AS last,
    list_sort(list(DISTINCT agency) FILTER (agency <> '')) AS agencies,
    coalesce(sum(articles) FILTER (agency <> ''), 0)::BIGINT AS from_agencies
FROM page_outlets
GROUP BY outlet
ORDER BY articles DESC, outlet;
