-- Who commanded what, and what came of it; never changed. SQLite; the PostgreSQL file of the same name says the same.
CREATE TABLE audit (
    id       INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    at       INTEGER NOT NULL,
    operator TEXT NOT NULL,
    command  TEXT NOT NULL,
    result   TEXT NOT NULL
) STRICT;
