INSERT INTO detente_migrations (name) VALUES ($name);
