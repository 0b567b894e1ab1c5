-- Held for the guard states of an account, which are made beside this; a number must not be missing.
SELECT 1;
