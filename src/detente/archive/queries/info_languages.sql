SELECT language, count(*) AS number FROM articles GROUP BY language ORDER BY number DESC, language;
