-- Work that people plan, or call off, while the bot runs; what the file plans is here only once it is called off.
CREATE TABLE maintenance (
    id        TEXT    NOT NULL PRIMARY KEY,
    starts_at BIGINT  NOT NULL,
    ends_at   BIGINT  NOT NULL,
    cancelled INTEGER NOT NULL
);
CREATE INDEX maintenance_end ON maintenance (ends_at);

CREATE TABLE maintenance_service (
    maintenance TEXT    NOT NULL REFERENCES maintenance (id),
    position    INTEGER NOT NULL,
    service     TEXT    NOT NULL,
    PRIMARY KEY (maintenance, position)
);

-- part is title or detail; the language und stands for all languages.
CREATE TABLE maintenance_text (
    maintenance TEXT    NOT NULL REFERENCES maintenance (id),
    part        TEXT    NOT NULL,
    position    INTEGER NOT NULL,
    language    TEXT    NOT NULL,
    text        TEXT    NOT NULL,
    PRIMARY KEY (maintenance, part, position)
);
