DELETE FROM parts WHERE NOT list_contains($present::VARCHAR[], name);
