-- Agencies with who printed their copy.
SELECT agency, sum(articles)::BIGINT AS articles, sum(claims)::BIGINT AS claims, count(DISTINCT outlet) AS outlets,
    min(first) AS first, max(last) AS last
FROM page_outlets
WHERE agency <> ''
GROUP BY agency
ORDER BY articles DESC, agency;
