SELECT name
FROM detente_migrations
ORDER BY name;
