SELECT outlet, count(*) AS number FROM articles GROUP BY outlet ORDER BY number DESC, outlet;
