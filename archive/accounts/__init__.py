"""People's accounts: who may sign in, with what role, and for how long."""
