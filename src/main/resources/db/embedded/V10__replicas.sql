-- Several processes on one database share the checks and judge as one. Used on PostgreSQL only: SQLite has one process.
-- All times in these tables are the database's own, so that nobody compares the clocks of two machines.

-- The processes that are there, each as long as it renews. able: 1 while its own side works.
CREATE TABLE replica (
    owner    TEXT NOT NULL PRIMARY KEY,
    location TEXT NOT NULL,
    able     BIGINT NOT NULL,
    until    BIGINT NOT NULL
);

-- Who asks the checks of a share, such as milan/17, and who judges. No owner: given up. marked: all that was seen before is written.
CREATE TABLE share_lease (
    name   TEXT NOT NULL PRIMARY KEY,
    owner  TEXT,
    taken  BIGINT NOT NULL,
    marked BIGINT NOT NULL,
    until  BIGINT NOT NULL
);

-- What one process tells the others, in the order of its ids: what a check answers as long as that is news, what checks were told,
-- and that there is news of incidents. steady: 1 if the same is answered until the next word of this check.
-- number: the writer's own, so that what is written again since nobody knew whether it was written is there once.
CREATE TABLE shared_word (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    writer   TEXT NOT NULL,
    number   BIGINT NOT NULL,
    topic    TEXT NOT NULL,
    location TEXT NOT NULL,
    subject  TEXT NOT NULL,
    kind     TEXT NOT NULL,
    text     TEXT NOT NULL,
    took     BIGINT NOT NULL,
    steady   BIGINT NOT NULL,
    at       BIGINT NOT NULL,
    UNIQUE (writer, number)
);

CREATE INDEX shared_word_subject ON shared_word (subject, location, id);
