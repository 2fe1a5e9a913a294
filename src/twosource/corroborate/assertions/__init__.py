"""What one account asserts, read into typed assertions: events, days, roles, quotations, places."""
