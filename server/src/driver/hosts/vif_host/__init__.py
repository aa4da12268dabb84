"""The host that runs Python VIF drivers: a module for each of its parts."""
